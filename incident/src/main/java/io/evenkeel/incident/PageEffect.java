package io.evenkeel.incident;

import java.util.Locale;

/** What pages somebody, and what shows how the page stands. The first page is number 1. */
public sealed interface PageEffect extends Effect {

  /** Page one person by direct message, unless that call is over. */
  record Call(int page, int call) implements PageEffect {}

  /** Bring that direct message to how the page stands. */
  record EditCall(int page, int call) implements PageEffect {}

  /** One post in the channel that says who is paged, edited in place from then on. */
  record PostPage(int page) implements PageEffect {}

  record RefreshPage(int page) implements PageEffect {}

  /**
   * Mention in the channel whoever has not answered yet.
   *
   * @param everybody all who are there, in the place of those who were asked
   */
  record MentionPaged(int page, boolean everybody) implements PageEffect {}

  /**
   * Tell a pager outside Slack.
   *
   * @param outlet its name in the settings
   */
  record Ring(int page, String outlet, What what) implements PageEffect {
    /** As PagerDuty's Events API v2 calls it. Stored as its word: never renamed. */
    public enum What {
      TRIGGER,
      ACKNOWLEDGE,
      RESOLVE;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
