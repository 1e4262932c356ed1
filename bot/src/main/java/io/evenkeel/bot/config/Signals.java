package io.evenkeel.bot.config;

import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.service.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation knows of what it watches.
 *
 * @param services under {@code services:}
 * @param prometheus under {@code prometheus:}; null where none is asked
 * @param sources how the JSON of other systems is read, under {@code alerts: sources:}
 */
public record Signals(Catalogue services, @Nullable Monitoring prometheus, List<Mapping> sources) {
  public static final Signals NONE = new Signals(Catalogue.NONE, null, List.of());

  public Signals {
    sources = List.copyOf(sources);
  }
}
