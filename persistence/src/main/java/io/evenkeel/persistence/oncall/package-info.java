/**
 * What is decided about on-call beside the file: overrides, swaps, and what calendars kept
 * elsewhere said last. Who is on call by all of it is worked out by the rules, never by SQL.
 */
@NullMarked
package io.evenkeel.persistence.oncall;

import org.jspecify.annotations.NullMarked;
