/** The rules of an incident and its data. No Slack, no SQL, no clock, no I/O. */
@NullMarked
package io.evenkeel.incident;

import org.jspecify.annotations.NullMarked;
