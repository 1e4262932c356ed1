/**
 * The HTTP side of the simulated Slack: the Web API, files, response addresses and the control API,
 * on loopback only. What a method or a click does must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.web;

import org.jspecify.annotations.NullMarked;
