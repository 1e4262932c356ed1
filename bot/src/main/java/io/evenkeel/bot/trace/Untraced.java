package io.evenkeel.bot.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Only does the work. */
final class Untraced implements Spans {
  @Override
  public <T extends @Nullable Object> T command(String said, Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T extends @Nullable Object> T transaction(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T extends @Nullable Object> T effect(
      @Nullable String trace, String stream, String kind, Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T call(String method, Work<T, X> work)
      throws X {
    return work.run();
  }

  @Override
  public void outcome(String word) {
    // There is no step.
  }
}
