/**
 * Calendars that are kept elsewhere, read from their text into shifts. Nothing here fetches
 * anything, and no file of a stranger's is believed: every limit is kept here.
 */
@NullMarked
package io.evenkeel.bot.calendar;

import org.jspecify.annotations.NullMarked;
