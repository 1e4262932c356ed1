package io.evenkeel.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Slack's word on who wants a message in the timeline.
 *
 * @param by whoever added it, or took it away
 * @param present false: it was taken away
 * @param at when, by Slack's clock, UTC at microseconds
 */
public record Mark(Kind kind, PersonId by, boolean present, Instant at) {

  /** Stored as its word: a kind is never renamed. */
  public enum Kind {
    /** Each person has one. */
    REACTION,
    /** A message has one, whoever put it there and whoever takes it away. */
    PIN,
    /** Asked for in words, by a shortcut or a form: there is nothing to take away. */
    ASKED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose mark it is: a pin is everybody's. */
  public String owner() {
    return kind == Kind.PIN ? "" : by.value();
  }

  /**
   * Whether a message belongs in the timeline: while there is a pin or a reaction on it, or since
   * it was asked for after the last of these was taken away. In whatever order they were told, the
   * same marks give the same answer.
   */
  public static boolean wanted(List<Mark> marks) {
    if (marks.stream().anyMatch(mark -> mark.present() && mark.kind() != Kind.ASKED)) {
      return true;
    }
    Optional<Instant> asked = latest(marks, true);
    Optional<Instant> taken = latest(marks, false);
    return asked.isPresent() && taken.map(at -> asked.get().isAfter(at)).orElse(true);
  }

  private static Optional<Instant> latest(List<Mark> marks, boolean present) {
    return marks.stream()
        .filter(mark -> mark.present() == present)
        .map(Mark::at)
        .max(Comparator.naturalOrder());
  }
}
