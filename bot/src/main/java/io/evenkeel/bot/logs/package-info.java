/**
 * How lines of the log are written and counted, and which fields they carry. What is logged is
 * decided where it happens; no secret and none of people's words belong in any line.
 */
@NullMarked
package io.evenkeel.bot.logs;

import org.jspecify.annotations.NullMarked;
