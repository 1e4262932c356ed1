/**
 * Slack's Web API over the workspace: one class per family of methods, with Slack's own errors,
 * scopes and limits. HTTP and the faults that tests ask for must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.api;

import org.jspecify.annotations.NullMarked;
