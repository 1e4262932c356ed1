/**
 * The simulated workspace's web page: what a person sees of the state, and what their clicks call.
 * Rules of Slack (limits, errors, what is allowed) must not be here, and nothing of the app under
 * test.
 */
@NullMarked
package io.evenkeel.sandbox.page;

import org.jspecify.annotations.NullMarked;
