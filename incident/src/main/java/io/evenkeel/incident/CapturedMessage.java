package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message from Slack stands in an incident's timeline, kept beside it. Times are Slack's own,
 * UTC at microseconds.
 *
 * @param entry the entry that told last what became of it; null while none does
 * @param shown that entry shows the message; false when it tells that it was taken away
 * @param deleted in Slack: nothing changes any more
 * @param version when the wording that is known was written; null while none is
 * @param toldAt when Slack told of that wording; null while it was only read
 * @param newest its wording, plain, while no entry shows it and an edit told of it; else null
 */
public record CapturedMessage(
    IncidentNumber incident,
    MessageRef message,
    @Nullable Integer entry,
    boolean shown,
    boolean deleted,
    @Nullable Instant version,
    @Nullable Instant toldAt,
    @Nullable String newest) {

  /** One of which nothing is known yet. */
  public static CapturedMessage of(IncidentNumber incident, MessageRef message) {
    return new CapturedMessage(incident, message, null, false, false, null, null, null);
  }

  /** An entry shows it, in the wording of that time. */
  public CapturedMessage shownBy(int seq, Instant version) {
    return new CapturedMessage(incident, message, seq, true, deleted, version, toldAt, null);
  }

  /** An entry tells that it was taken away. */
  public CapturedMessage takenBy(int seq) {
    return new CapturedMessage(incident, message, seq, false, deleted, version, toldAt, null);
  }

  /** Slack told of a wording; {@code text} is kept while no entry shows the message. */
  public CapturedMessage edited(String text, Instant version, Instant toldAt) {
    return new CapturedMessage(
        incident, message, entry, shown, deleted, version, toldAt, shown ? null : text);
  }

  public CapturedMessage gone() {
    return new CapturedMessage(incident, message, entry, shown, true, version, toldAt, null);
  }

  /**
   * Whether an edit is newer than what is known. Slack gives the time of an edit in whole seconds,
   * so two of one second are told apart by when it told of them.
   */
  public boolean olderThan(Instant edited, Instant told) {
    boolean older = version == null || !edited.isBefore(version);
    return older && (toldAt == null || told.isAfter(toldAt));
  }
}
