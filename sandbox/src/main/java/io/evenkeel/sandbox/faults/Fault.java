package io.evenkeel.sandbox.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that shall go wrong.
 *
 * @param method a Web API method such as {@code chat.postMessage}, a delivery ({@code command},
 *     {@code block_actions}, {@code view_submission}, an event's type), or {@code *} for any
 * @param times how often; -1 until reset
 * @param ms how long, for {@code slow}, {@code timeout_applied} and {@code history_lag}
 * @param retryAfter seconds, for {@code ratelimited}
 * @param copies how many in all, for {@code duplicate_delivery}
 */
public record Fault(String method, int times, Kind kind, int ms, int retryAfter, int copies) {

  /** What goes wrong. */
  public enum Kind {
    /** 429 with {@code Retry-After}, not applied. */
    RATELIMITED("ratelimited"),
    /** HTTP 500, not applied. */
    ERROR("500"),
    /** HTTP 500 although it was applied. */
    ERROR_APPLIED("500_applied"),
    /** {@code fatal_error}, not applied. */
    FATAL("fatal_error"),
    /** {@code fatal_error} although it was applied. */
    FATAL_APPLIED("fatal_error_applied"),
    /** The connection is cut without an answer, not applied. */
    DROP("drop"),
    /** The connection is cut although it was applied. */
    DROP_APPLIED("drop_applied"),
    /** Applied, then no answer for {@code ms}, then the connection is cut. */
    TIMEOUT_APPLIED("timeout_applied"),
    /** Answered {@code ms} late. */
    SLOW("slow"),
    /** Arrives and waits until it is let go, not applied before. */
    HOLD("hold"),
    /** Applied, and the answer waits until it is let go. */
    HOLD_APPLIED("hold_applied"),
    /** History and replies do not show the last {@code ms}. */
    HISTORY_LAG("history_lag"),
    /** What Slack sends to the bot arrives several times. */
    DUPLICATE_DELIVERY("duplicate_delivery"),
    /** An event arrives after the next one. */
    REORDER_DELIVERY("reorder_delivery"),
    /** {@code token_revoked}. */
    REVOKED("revoked");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind that the control API calls so. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    /** All words, for an error message. */
    public static String words() {
      return String.join(", ", Arrays.stream(values()).map(k -> k.word).toList());
    }

    @Override
    public String toString() {
      return word.toLowerCase(Locale.ROOT);
    }
  }

  /** Once, with the usual figures. */
  public static Fault once(String method, Kind kind) {
    return new Fault(method, 1, kind, usualMs(kind), 1, 2);
  }

  /** Until reset, each taking so long. */
  public static Fault always(String method, Kind kind, int ms) {
    return new Fault(method, -1, kind, ms, 1, 2);
  }

  /** How long this kind takes when nothing is said: 30 s for a time-out or a lag, 1 s for slow. */
  public static int usualMs(Kind kind) {
    return kind == Kind.SLOW ? 1_000 : 30_000;
  }

  boolean meets(String call) {
    return times != 0 && (method.equals("*") || method.equals(call));
  }

  Fault used() {
    return times < 0 ? this : new Fault(method, times - 1, kind, ms, retryAfter, copies);
  }
}
