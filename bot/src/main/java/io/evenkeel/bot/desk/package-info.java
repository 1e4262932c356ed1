/**
 * Takes a command and runs it in one transaction: inbox key, incident, timeline, effects. Nothing
 * here speaks to Slack.
 */
@NullMarked
package io.evenkeel.bot.desk;

import org.jspecify.annotations.NullMarked;
