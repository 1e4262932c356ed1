/**
 * The connection that we open to Slack in Socket Mode: it takes envelopes, hands them to the same
 * door as requests over HTTP, and acknowledges them. No listener lives here and nothing is read out
 * of a payload; nothing here knows a command.
 */
@NullMarked
package io.evenkeel.bot.socket;

import org.jspecify.annotations.NullMarked;
