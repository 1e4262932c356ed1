package io.evenkeel.bot.config;

import io.evenkeel.service.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * What an installation knows of what it watches.
 *
 * @param services under {@code services:}
 * @param prometheus under {@code prometheus:}; null where none is asked
 */
public record Signals(Catalogue services, @Nullable Monitoring prometheus) {
  public static final Signals NONE = new Signals(Catalogue.NONE, null);
}
