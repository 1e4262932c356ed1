package io.evenkeel.alert;

import io.evenkeel.alert.Signal.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one alert stood from when it began to fire until it ended. In whatever order and however
 * often its source tells of it, what is known in the end is the same.
 *
 * @param endsAt null while it fires, and where nobody has said when it ended
 * @param toldAt of the newest word about it, by its source's clock
 */
public record Episode(Instant startsAt, @Nullable Instant endsAt, State state, Instant toldAt) {
  /** These say with each alert when it began; all others tell of what happens, one by one. */
  private static final Set<String> EXACT = Set.of("alertmanager", "grafana");

  /** When it happened, where that is not when the alert began. */
  private static final String OCCURRED = "occurred_at";

  /** Whether that source names an alert's episode by when it began. */
  public static boolean exact(String source) {
    return EXACT.contains(source);
  }

  public boolean over() {
    return state == State.RESOLVED;
  }

  /**
   * What a word about an alert changes. Rule 1: what is older than the newest word about an episode
   * changes nothing there. Rule 2: one that is over never fires again; what fires later is another
   * one. Rule 3: of an exact source an episode is over at the latest when the next one began.
   *
   * @param known of this alert, in any order
   * @return what is to be kept in the place of what has the same beginning; empty when nothing is
   *     new
   */
  public static List<Episode> after(List<Episode> known, String source, Signal signal) {
    return exact(source) ? exactly(known, signal) : inTurn(known, signal);
  }

  private static List<Episode> exactly(List<Episode> known, Signal signal) {
    boolean outdone = known.stream().anyMatch(one -> one.startsAt().isAfter(signal.startsAt()));
    var told =
        new Episode(
            signal.startsAt(),
            signal.endsAt(),
            outdone ? State.RESOLVED : signal.state(),
            when(signal));
    var changed = new ArrayList<Episode>();
    Optional<Episode> same = beginning(known, signal.startsAt());
    Episode next = same.map(one -> one.with(told)).orElse(told);
    if (same.filter(next::equals).isEmpty()) {
      changed.add(next);
    }
    known.stream()
        .filter(one -> one.startsAt().isBefore(signal.startsAt()) && !one.over()) // rule 3
        .map(one -> new Episode(one.startsAt(), null, State.RESOLVED, one.toldAt()))
        .forEach(changed::add);
    return changed;
  }

  /** Of two words about the same episode: it ends once, and is acknowledged until then. */
  private Episode with(Episode told) {
    State further = state.compareTo(told.state) >= 0 ? state : told.state;
    return new Episode(
        startsAt,
        endsAt == null ? told.endsAt : endsAt,
        further,
        toldAt.isBefore(told.toldAt) ? told.toldAt : toldAt);
  }

  private static List<Episode> inTurn(List<Episode> known, Signal signal) {
    Instant when = when(signal);
    Optional<Episode> latest = known.stream().max(Comparator.comparing(Episode::startsAt));
    if (latest.isEmpty()) {
      return List.of(new Episode(signal.startsAt(), signal.endsAt(), signal.state(), when));
    }
    Episode last = latest.get();
    if (when.isBefore(last.toldAt())) { // rule 1
      return List.of();
    }
    if (!last.over()) {
      var next = new Episode(last.startsAt(), signal.endsAt(), signal.state(), when);
      return next.equals(last) ? List.of() : List.of(next);
    }
    boolean again =
        signal.state() == State.FIRING
            && signal.startsAt().isAfter(last.startsAt())
            && when.isAfter(last.toldAt());
    return again // rule 2
        ? List.of(new Episode(signal.startsAt(), null, State.FIRING, when))
        : List.of();
  }

  private static Optional<Episode> beginning(List<Episode> known, Instant at) {
    return known.stream().filter(one -> one.startsAt().equals(at)).findFirst();
  }

  /** When what it tells happened. */
  private static Instant when(Signal signal) {
    String occurred = signal.annotations().get(OCCURRED);
    if (occurred != null) {
      try {
        return Instant.parse(occurred);
      } catch (DateTimeException _) {
        // Somebody's own words under that name.
      }
    }
    Instant ended = signal.endsAt();
    return ended == null ? signal.startsAt() : ended;
  }
}
