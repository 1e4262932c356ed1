/**
 * When something is looked at again without anybody asking: one replica of all looks every few
 * seconds, finds what is due and hands it to the desk. It decides nothing and calls Slack for
 * nothing; what the scheduler writes are its own tables, and only here is it named.
 */
@NullMarked
package io.evenkeel.bot.schedule;

import org.jspecify.annotations.NullMarked;
