package io.evenkeel.bot.desk;

/**
 * What became of a request that told of alerts.
 *
 * @param repeated it was taken before, and nothing has changed
 * @param recorded how many alerts it changed when it was taken
 */
public record Heard(boolean repeated, int recorded) {}
