/**
 * The HTTP server: paths, tokens, limits and the words of its refusals. What is behind a path comes
 * in from outside; nothing here knows Slack, SQL or a rule.
 */
@NullMarked
package io.evenkeel.bot.http;

import org.jspecify.annotations.NullMarked;
