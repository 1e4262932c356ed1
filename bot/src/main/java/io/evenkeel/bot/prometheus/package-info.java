/**
 * Asks a Prometheus over its HTTP API, and puts whatever goes wrong into words. What is asked,
 * when, and what follows from an answer is decided elsewhere; nothing is kept here.
 */
@NullMarked
package io.evenkeel.bot.prometheus;

import org.jspecify.annotations.NullMarked;
