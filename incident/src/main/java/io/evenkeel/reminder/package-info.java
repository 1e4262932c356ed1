/**
 * When whom to remind of what: from how an incident stands, who is there and what this installation
 * has settled. No clock, no storage and no words of messages live here.
 */
@NullMarked
package io.evenkeel.reminder;

import org.jspecify.annotations.NullMarked;
