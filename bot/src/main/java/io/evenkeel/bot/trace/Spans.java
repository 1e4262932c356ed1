package io.evenkeel.bot.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of a trace, each around the work that it tells of. What the work throws goes on. */
public interface Spans {
  /** Nothing is traced. */
  Spans NONE = new Untraced();

  /** Work that may throw. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object, X extends Exception> {
    T run() throws X;
  }

  /**
   * Somebody said something: a trace begins, which its effects go on with.
   *
   * @param said the kind of command, never its words
   */
  <T extends @Nullable Object> T command(String said, Supplier<T> work);

  /** One transaction of a command. */
  <T extends @Nullable Object> T transaction(Supplier<T> work);

  /**
   * An effect is performed.
   *
   * @param trace the traceparent that its row holds; null begins a trace
   * @param stream such as {@code INC-42/channel}
   * @param kind such as {@code post-card}
   */
  <T extends @Nullable Object> T effect(
      @Nullable String trace, String stream, String kind, Supplier<T> work);

  /** A request to Slack, by its method; only within another step. */
  <T extends @Nullable Object, X extends Exception> T call(String method, Work<T, X> work) throws X;

  /** What came of the step under way, in one word. */
  void outcome(String word);
}
