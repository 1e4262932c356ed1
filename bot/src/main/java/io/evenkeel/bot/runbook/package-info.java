/**
 * Runbooks as Markdown files in a folder: read again once one has changed. What they say is not
 * understood here, and nothing in them is run.
 */
@NullMarked
package io.evenkeel.bot.runbook;

import org.jspecify.annotations.NullMarked;
