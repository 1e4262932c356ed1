/**
 * Evenkeel as its users meet it: the whole bot over signed HTTP, a simulated Slack and a real
 * Postgres. Nothing here names a class of the bot but its front door.
 */
@NullMarked
package io.evenkeel.sandbox.story;

import org.jspecify.annotations.NullMarked;
