package io.evenkeel.paging;

import java.util.Locale;

/** What became of one person's page. Stored as its word: never renamed. */
public enum Reply {
  ACKNOWLEDGED,
  DECLINED,
  /** In Do Not Disturb: Slack shows them nothing. */
  AWAY,
  /** Slack does not deliver to them. */
  UNREACHABLE,
  /** Their time was up. */
  SILENT,
  /** Somebody else answered first, or it was called off. */
  OVER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
