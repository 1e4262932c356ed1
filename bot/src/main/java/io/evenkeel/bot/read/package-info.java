/** What is asked and not changed. Nothing here takes a lock or records anything. */
@NullMarked
package io.evenkeel.bot.read;

import org.jspecify.annotations.NullMarked;
