/**
 * The words after {@code /incident}: text in, one {@link io.evenkeel.grammar.Utterance} out, the
 * same for Slack, HTTP and the command line. Nothing here reads a clock, a database or Slack.
 */
@NullMarked
package io.evenkeel.grammar;

import org.jspecify.annotations.NullMarked;
