/**
 * Traces over OTLP: one from a command to its calls of Slack. Only this room names OpenTelemetry;
 * where nothing is configured nothing of it is loaded.
 */
@NullMarked
package io.evenkeel.bot.trace;

import org.jspecify.annotations.NullMarked;
