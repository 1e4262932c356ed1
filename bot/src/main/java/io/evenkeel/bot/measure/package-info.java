/**
 * What is asked of a Prometheus to know how an objective stands and what an incident cost, and what
 * its answers come to. It stores nothing and decides on no time.
 */
@NullMarked
package io.evenkeel.bot.measure;

import org.jspecify.annotations.NullMarked;
