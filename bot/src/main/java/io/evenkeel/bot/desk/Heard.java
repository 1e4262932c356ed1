package io.evenkeel.bot.desk;

/**
 * What became of a request that told of alerts.
 *
 * @param repeated it was taken before, and nothing has changed
 * @param recorded how many alerts it has changed; none where it is repeated
 */
public record Heard(boolean repeated, int recorded) {}
