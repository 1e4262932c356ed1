/**
 * Who is on call, when, and why: schedules, their rules, their checks, and their calendar as text.
 * Nothing here reads a clock, a file or a feed, and nothing here pages anybody.
 */
@NullMarked
package io.evenkeel.oncall;

import org.jspecify.annotations.NullMarked;
