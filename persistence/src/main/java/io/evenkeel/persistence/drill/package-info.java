/**
 * Runs of experiments and replays as rows: what was announced, what was measured, when to look
 * next. What they mean is decided by {@code io.evenkeel.drill}; nothing here asks Prometheus.
 */
@NullMarked
package io.evenkeel.persistence.drill;

import org.jspecify.annotations.NullMarked;
