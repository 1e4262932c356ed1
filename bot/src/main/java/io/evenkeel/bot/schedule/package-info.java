/**
 * When something is looked at again without anybody asking: finds what is due and hands it to the
 * desk. It decides nothing, writes nothing and calls Slack for nothing.
 */
@NullMarked
package io.evenkeel.bot.schedule;

import org.jspecify.annotations.NullMarked;
