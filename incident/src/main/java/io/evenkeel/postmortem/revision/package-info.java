/**
 * A postmortem as a text that a machine and people write together: its parts, how it is renewed and
 * merged, and what it still lacks. Nothing here knows a template, a database or Slack.
 */
@NullMarked
package io.evenkeel.postmortem.revision;

import org.jspecify.annotations.NullMarked;
