package io.evenkeel.persistence.incident;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work during which no private incident is there, whoever asks: for a token without the scope for
 * them that speaks for somebody who may see some. It is said once, where every question of who may
 * see what ends, so that no command can forget it.
 */
public final class PublicOnly {
  private static final ScopedValue<Boolean> BOUND = ScopedValue.newInstance();

  private PublicOnly() {}

  /** On this thread, until it returns. */
  public static <T extends @Nullable Object> T during(Supplier<T> work) {
    return ScopedValue.where(BOUND, true).call(work::get);
  }

  static boolean bound() {
    return BOUND.isBound();
  }
}
