/**
 * Which hosts and addresses outside may be called, held to at the connection itself: shared by all
 * that is called besides Slack and Postgres. What is said to them, and what their answers mean, is
 * not decided here.
 */
@NullMarked
package io.evenkeel.bot.outgoing;

import org.jspecify.annotations.NullMarked;
