package io.evenkeel.bot.http;

import java.time.Instant;

/**
 * Something that the bot does, and whether it can.
 *
 * @param name one word that stays the same
 * @param since UTC, when this process first saw it so
 * @param words what that means, and what to do about it
 */
public record Part(String name, boolean works, Instant since, String words) {}
