/**
 * The state of the simulated Slack workspace: immutable records, and the stores that change them
 * under one lock. HTTP, Slack's method names and Slack's errors must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
