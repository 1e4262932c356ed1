/**
 * Who may do what, as this installation has settled it. Nothing here knows who is in which Slack
 * group or channel: that is looked up by whoever asks.
 */
@NullMarked
package io.evenkeel.policy;

import org.jspecify.annotations.NullMarked;
