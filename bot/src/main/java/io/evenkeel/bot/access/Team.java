package io.evenkeel.bot.access;

import org.jspecify.annotations.Nullable;

/**
 * Which workspace this is.
 *
 * @param enterprise the organisation it belongs to; null for none
 */
public record Team(String id, @Nullable String enterprise) {}
