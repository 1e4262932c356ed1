/**
 * What a person does in Slack: types, clicks, reacts, submits. The control API and the page both
 * call this and nothing else; how a page looks must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.client;

import org.jspecify.annotations.NullMarked;
