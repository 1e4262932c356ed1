package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. Never changed: a correction is a new entry that supersedes an earlier
 * one.
 *
 * @param seq counted from 1 within the incident, without gaps
 * @param occurredAt when it happened, UTC, microseconds
 * @param recordedAt when it was recorded; never decreases within an incident
 * @param text plain text as it was typed; null after it was erased
 * @param source link to the evidence
 * @param supersedes the seq of the entry that this one puts right
 */
public record TimelineEntry(
    int seq,
    Instant occurredAt,
    Instant recordedAt,
    EntryKind kind,
    Actor actor,
    @Nullable String text,
    @Nullable String source,
    @Nullable Integer supersedes) {}
