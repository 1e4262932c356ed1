package io.evenkeel.persistence.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post or file that was in doubt, of which the copy that counts is recorded: any other copy of it
 * is one too many.
 *
 * @param kept the copy that counts
 * @param thread the message in whose thread it stands; null for the channel itself
 * @param notes what its attempts noted
 */
public record Doubtful(
    int seq,
    String kind,
    String key,
    SlackObject kept,
    @Nullable String thread,
    Map<String, String> notes) {
  public Doubtful {
    notes = Map.copyOf(notes);
  }
}
