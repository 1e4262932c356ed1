/**
 * Objectives as teams write them (OpenSLO, Sloth's form, a short form): read from files with words
 * for what is wrong, and drawn as a board for Grafana. It asks no Prometheus, and knows neither
 * settings nor incidents.
 */
@NullMarked
package io.evenkeel.bot.spec;

import org.jspecify.annotations.NullMarked;
