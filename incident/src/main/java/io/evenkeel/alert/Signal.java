package io.evenkeel.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One alert as it stood when it was sent. Texts are clean and bounded, but strangers' words: they
 * are escaped wherever they are shown, and ping nobody.
 *
 * @param fingerprint the same for the same alert of its source, however often it is sent
 * @param name such as {@code ApiErrorRateHigh}
 * @param summary a sentence for people; null when none came
 * @param startsAt when it began to fire, UTC at microseconds
 * @param endsAt when it ended; null while it fires
 * @param link to what shows it, http or https; null when none came
 */
public record Signal(
    String fingerprint,
    State state,
    String name,
    @Nullable String summary,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable String link) {

  /** How it stands. Stored as its word: never renamed. */
  public enum State {
    FIRING,
    /** It fires, and a person has it in hand. */
    ACKNOWLEDGED,
    RESOLVED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Signal {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
