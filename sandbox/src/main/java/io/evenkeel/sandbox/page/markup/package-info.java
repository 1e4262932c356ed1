/**
 * Slack's ways of writing text (mrkdwn, Markdown, emoji names, date tokens) turned into safe HTML.
 * The workspace's state, HTTP and the look of the page must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.page.markup;

import org.jspecify.annotations.NullMarked;
