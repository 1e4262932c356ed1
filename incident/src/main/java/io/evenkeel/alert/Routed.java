package io.evenkeel.alert;

import org.jspecify.annotations.Nullable;

/**
 * What is to follow from one alert.
 *
 * @param key the same for all alerts of one group, and for no others
 * @param service as the catalogue calls it, else as the alert does; null for none
 * @param severity a word for the scale to read; null where nobody said how bad it is
 * @param policy the policy or schedule that is paged; null for none
 */
public record Routed(
    Route.What what,
    String key,
    @Nullable String service,
    @Nullable String severity,
    @Nullable String policy) {}
