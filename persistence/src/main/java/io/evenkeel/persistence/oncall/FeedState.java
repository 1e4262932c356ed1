package io.evenkeel.persistence.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a calendar that is kept elsewhere.
 *
 * @param triedAt when it was asked for last
 * @param readAt when it was read last: what it said then stays in force; null for never
 * @param failingSince null while all is well
 * @param failure what is wrong and what to do, as sentences; null while all is well
 * @param remarks what was left out of it, in words; "" for nothing
 */
public record FeedState(
    Instant triedAt,
    @Nullable Instant readAt,
    @Nullable Instant failingSince,
    @Nullable String failure,
    String remarks) {}
