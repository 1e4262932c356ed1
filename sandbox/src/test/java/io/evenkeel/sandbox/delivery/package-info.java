/**
 * The relay against the simulated Slack and a real Postgres. Nothing here goes through HTTP or the
 * grammar: commands are given to the desk.
 */
@NullMarked
package io.evenkeel.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
