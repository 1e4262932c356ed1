/**
 * What {@code /metrics} shows of the queues, the incidents, the pools and the process, and the
 * cache that keeps a scrape short. Nothing here decides or changes anything, and no private
 * incident is in any label or count of incidents.
 */
@NullMarked
package io.evenkeel.bot.metrics;

import org.jspecify.annotations.NullMarked;
