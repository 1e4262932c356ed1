package io.evenkeel.bot.config;

import io.evenkeel.service.Catalogue;

/**
 * What an installation knows of what it watches.
 *
 * @param services under {@code services:}
 */
public record Signals(Catalogue services) {
  public static final Signals NONE = new Signals(Catalogue.NONE);
}
