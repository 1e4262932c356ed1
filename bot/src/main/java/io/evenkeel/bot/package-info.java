/** Where the bot is wired together. Every rule, query and view lives in a room of its own. */
@NullMarked
package io.evenkeel.bot;

import org.jspecify.annotations.NullMarked;
