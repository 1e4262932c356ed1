/**
 * The sandbox's front door: the simulated Slack as a whole, and the program that starts it with the
 * bot. Slack's behaviour itself does not live here.
 */
@NullMarked
package io.evenkeel.sandbox;

import org.jspecify.annotations.NullMarked;
