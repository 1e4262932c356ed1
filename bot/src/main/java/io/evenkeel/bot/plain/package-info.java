/**
 * The grammar for those who are not in Slack: a text and a name come in, plain words go out, the
 * same for HTTP and the command line. Nothing here knows Slack, HTTP or a terminal.
 */
@NullMarked
package io.evenkeel.bot.plain;

import org.jspecify.annotations.NullMarked;
