package io.evenkeel.bot.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a call to Slack brought no success, by what may be done next. */
sealed interface Fault {

  /**
   * It surely did not happen.
   *
   * @param in null: back off as usual
   */
  record NotDone(@Nullable Duration in, String why) implements Fault {}

  /** It surely did not happen: too many calls, and none is welcome before that time is over. */
  record Limited(Duration retryAfter) implements Fault {}

  /**
   * Refused for good.
   *
   * @param error Slack's word
   * @param hint what would mend it, when the caller knows better than the word tells
   */
  record Refused(String error, @Nullable String hint) implements Fault {}

  /**
   * Refused for good by somebody other than Slack.
   *
   * @param why in words, with what would mend it
   */
  record Rejected(String why) implements Fault {}

  /** The token is no longer good: no call makes sense until it is. */
  record Halted(String error) implements Fault {}

  /**
   * It may have happened.
   *
   * @param answered Slack did answer, in words we do not know: not worth trying for ever
   */
  record Unknown(String why, boolean answered) implements Fault {}

  /** The stream is somebody else's now. */
  record Lost() implements Fault {}
}
