package io.evenkeel.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are one thing to people, and what became of them.
 *
 * @param number as people name it: {@code A-12}
 * @param title of the first of them
 * @param severity a word for the scale to read; null where nobody said how bad it is
 * @param policy the policy or schedule to be paged; null for none
 * @param incident where they are evidence; null while they are nowhere
 * @param openedAt when the first of them was heard of, UTC
 * @param decidedBy null where nobody has decided, or Evenkeel did
 * @param reason why they were dismissed; null when nobody said why
 */
public record AlertGroup(
    int number,
    String key,
    String source,
    String title,
    @Nullable String service,
    @Nullable String severity,
    @Nullable String policy,
    State state,
    @Nullable IncidentNumber incident,
    Instant openedAt,
    Instant lastAt,
    @Nullable Person decidedBy,
    @Nullable String reason) {

  /** What became of them. Stored as its word: never renamed. */
  public enum State {
    /** People are asked. */
    PROPOSED,
    /** An incident began because of them. */
    DECLARED,
    /** They belong to an incident that was there. */
    ATTACHED,
    /** They are of no interest. */
    DISMISSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return Arrays.stream(values())
          .filter(state -> state.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no state of alerts: " + word));
    }
  }

  /**
   * How many alerts there are.
   *
   * @param first when the earliest of them fired, UTC; null when none did
   * @param heard when the first of them counted: later where a maintenance kept them quiet
   */
  public record Tally(int firing, int resolved, @Nullable Instant first, @Nullable Instant heard) {
    public static final Tally NONE = new Tally(0, 0, null);

    /** Of alerts that were never quiet. */
    public Tally(int firing, int resolved, @Nullable Instant first) {
      this(firing, resolved, first, first);
    }

    /** Until when a maintenance kept all of them quiet; empty where none did. */
    public Optional<Instant> quietUntil() {
      return Optional.ofNullable(heard).filter(at -> first != null && at.isAfter(first));
    }

    public int all() {
      return firing + resolved;
    }

    /** "12 firing, 3 resolved". */
    public String words() {
      String ended = String.format(Locale.ROOT, "%,d resolved", resolved);
      String still = String.format(Locale.ROOT, "%,d firing", firing);
      if (firing == 0) {
        return resolved == 1 ? "resolved" : "all " + ended;
      }
      return resolved == 0 ? still : still + ", " + ended;
    }
  }

  /** "A-12". */
  public String label() {
    return "A-" + number;
  }

  /** The number behind "A-12", "a12" or "12". */
  public static Optional<Integer> number(String typed) {
    String digits = typed.toUpperCase(Locale.ROOT).replaceFirst("^#?(A-?)?", "");
    return digits.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }
}
