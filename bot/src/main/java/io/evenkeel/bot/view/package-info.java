/**
 * What people see in Slack: pure functions from the rules' data to blocks, modals and lines of
 * text, within Slack's limits for any input. Nothing here calls Slack, reads a clock or a database.
 */
@NullMarked
package io.evenkeel.bot.view;

import org.jspecify.annotations.NullMarked;
