package io.evenkeel.paging;

import java.util.Locale;

/** How a page stands. Stored as its word: never renamed. */
public enum State {
  /** The first step's people have it. */
  SENT,
  /** It went on to somebody else. */
  ESCALATED,
  /** Somebody has it in hand. */
  ACKNOWLEDGED,
  /** Everybody was asked, as often as the policy says, and nobody has it in hand. */
  EXHAUSTED,
  /** The incident was over, or somebody called the page off. */
  ENDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** It is still waited for an answer. */
  public boolean open() {
    return this == SENT || this == ESCALATED;
  }

  /**
   * Whether it may stand so after this. Whoever acknowledges late still has it in hand; nothing
   * comes back to life.
   */
  public boolean mayBecome(State other) {
    return switch (this) {
      case SENT, ESCALATED -> other != SENT;
      case EXHAUSTED -> other == ACKNOWLEDGED || other == ENDED;
      case ACKNOWLEDGED, ENDED -> false;
    };
  }
}
