package io.evenkeel.bot.config;

/**
 * Somebody who may send alerts.
 *
 * @param name as routes call it under {@code source:}
 * @param door the path that its alerts come in by
 * @param open whether its secret is set
 */
public record Sender(String name, String door, boolean open) {}
