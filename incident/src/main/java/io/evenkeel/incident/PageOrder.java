package io.evenkeel.incident;

import io.evenkeel.paging.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about pages. */
public sealed interface PageOrder {

  /**
   * @param text null when none was given
   */
  record Send(Page.Asked asked, @Nullable String text) implements PageOrder {}

  /**
   * @param number null for the only one that is meant
   */
  record Acknowledge(@Nullable Integer number) implements PageOrder {}

  /**
   * @param number null for the only one that is meant
   */
  record Decline(@Nullable Integer number) implements PageOrder {}

  /**
   * The next in line is asked at once; where nobody is paged, the policy of the severity begins.
   *
   * @param number null for the only one that is open
   */
  record Escalate(@Nullable Integer number) implements PageOrder {}

  /**
   * It is not needed any more.
   *
   * @param number null for the only one that is open
   */
  record Stop(@Nullable Integer number) implements PageOrder {}

  /** The next rung has come. Said by Evenkeel itself. */
  record Proceed(int number, Instant due) implements PageOrder {}

  /**
   * Slack does not show somebody their page. Said by Evenkeel itself.
   *
   * @param until when they are back, as far as Slack tells
   */
  record Missed(int number, int call, Reply why, @Nullable Instant until) implements PageOrder {}
}
