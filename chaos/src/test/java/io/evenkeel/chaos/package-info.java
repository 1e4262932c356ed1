/**
 * The fault list: each row a test that breaks real processes and says what must be seen. Nothing
 * here reaches into the bot.
 */
@NullMarked
package io.evenkeel.chaos;

import org.jspecify.annotations.NullMarked;
