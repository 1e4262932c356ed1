/**
 * Looks whether an installation could work: environment, database, Slack, clocks, addresses, each
 * with what to mend. Nothing is changed, nothing is posted, and nothing here runs while the bot
 * serves.
 */
@NullMarked
package io.evenkeel.bot.doctor;

import org.jspecify.annotations.NullMarked;
