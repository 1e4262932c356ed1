package io.evenkeel.persistence.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An effect as it stands in its stream.
 *
 * @param key what it is recognised by in Slack
 * @param attempts how often it was marked as sending
 * @param since UTC: no trace of it in Slack can be older; the first attempt, or its recording where
 *     that lies before it
 * @param sinceLastSent since the last attempt began, by the database's clock; null while it was
 *     never sent
 * @param age since it was recorded, when it was read, by the database's clock
 * @param trace what it was decided in, as a W3C traceparent; null where nothing was traced
 * @param notes what an attempt committed before it went on, such as the name it tries
 */
public record QueuedEffect(
    int seq,
    String key,
    Decoded content,
    EffectState state,
    int attempts,
    Instant since,
    @Nullable Duration sinceLastSent,
    Duration age,
    @Nullable String trace,
    Map<String, String> notes) {
  public QueuedEffect {
    notes = Map.copyOf(notes);
  }

  /** An earlier attempt may have reached Slack. */
  public boolean inDoubt() {
    return notes.containsKey(Notes.DOUBT);
  }
}
