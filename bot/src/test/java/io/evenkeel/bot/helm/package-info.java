/** What the Helm chart renders, by Helm itself. Nothing of the bot runs here. */
@NullMarked
package io.evenkeel.bot.helm;

import org.jspecify.annotations.NullMarked;
