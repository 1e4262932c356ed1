package io.evenkeel.sandbox.page;

import org.jspecify.annotations.Nullable;

/**
 * Where one types.
 *
 * @param closed why nothing can be typed here, or null
 */
record Composer(
    String key,
    String channel,
    @Nullable String threadTs,
    String label,
    @Nullable String closed,
    boolean canJoin) {}
