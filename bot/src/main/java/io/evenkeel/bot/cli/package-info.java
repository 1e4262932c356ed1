/**
 * The command line: what may be typed after {@code evenkeel.jar}, exit codes, and what goes to
 * which output. It opens nothing itself: Main hands in what the commands work with.
 */
@NullMarked
package io.evenkeel.bot.cli;

import org.jspecify.annotations.NullMarked;
