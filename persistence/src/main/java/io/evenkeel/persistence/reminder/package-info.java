/**
 * What reminders rest on and leave behind: what was acted on, what is snoozed, whose hours are
 * quiet. When to remind is decided by {@code io.evenkeel.reminder}, and nothing here knows.
 */
@NullMarked
package io.evenkeel.persistence.reminder;

import org.jspecify.annotations.NullMarked;
