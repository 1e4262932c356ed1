package io.evenkeel.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The trace that a transaction belongs to, if there is one: effects carry it on to where they are
 * performed. Whoever traces binds it for as long as the work takes.
 */
public final class Trace {
  /** A W3C traceparent; never bound where nothing is traced. */
  public static final ScopedValue<String> PARENT = ScopedValue.newInstance();

  private Trace() {}

  /** Null outside a trace. */
  public static @Nullable String current() {
    return PARENT.isBound() ? PARENT.get() : null;
  }
}
