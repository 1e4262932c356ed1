package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Once;

/**
 * Who takes what is heard besides commands.
 *
 * @param emoji the reaction that puts a message onto the timeline, named without colons
 * @param privately answers mentions
 * @param tidings what Slack tells of the workspace itself
 */
public record Heard(
    Insiders insiders,
    Captures captures,
    String emoji,
    Once once,
    Privately privately,
    Tidings tidings) {}
