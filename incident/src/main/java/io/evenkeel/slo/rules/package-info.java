/**
 * Objectives as rules for Prometheus: what is recorded, and what alerts when. It writes text that
 * is the same for the same objectives; it reads no file and asks no Prometheus.
 */
@NullMarked
package io.evenkeel.slo.rules;

import org.jspecify.annotations.NullMarked;
