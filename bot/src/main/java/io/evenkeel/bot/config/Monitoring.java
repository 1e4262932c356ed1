package io.evenkeel.bot.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The Prometheus that is asked.
 *
 * @param authorization from {@code PROMETHEUS_TOKEN} or {@code PROMETHEUS_BASIC}: the header's
 *     value; null for none
 * @param every how often each objective is measured
 */
public record Monitoring(URI url, @Nullable Secret authorization, Duration every) {}
