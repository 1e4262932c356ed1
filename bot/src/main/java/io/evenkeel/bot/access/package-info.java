/**
 * Who comes in: tokens of the API, people signed in to the pages, and how often anybody may try.
 * What they then do or see is not decided here.
 */
@NullMarked
package io.evenkeel.bot.access;

import org.jspecify.annotations.NullMarked;
