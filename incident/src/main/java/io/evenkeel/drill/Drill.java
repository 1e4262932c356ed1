package io.evenkeel.drill;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of an experiment as it stands. Times are UTC at microseconds.
 *
 * @param by who began it
 * @param step which of the steps is under way, counted from 1; one more than there are when it is
 *     over
 * @param aborted why it was aborted; null when it was not
 * @param endedAt null while it goes on
 * @param lookAt when it is measured next; null once nothing is
 * @param until when the step that waits by itself is over; null for steps that do not
 * @param steps those that were announced, in order
 */
public record Drill(
    IncidentNumber incident,
    Experiment experiment,
    Person by,
    Instant startedAt,
    State state,
    int step,
    @Nullable Aborted aborted,
    @Nullable Instant endedAt,
    @Nullable Instant lookAt,
    @Nullable Instant until,
    List<Done> steps) {
  public Drill {
    steps = List.copyOf(steps);
  }

  /** Stored as its word: never renamed. */
  public enum State {
    RUNNING,
    /** It goes back: what was perturbed is taken back. */
    ABORTED,
    OVER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why it was aborted, in words, and when. */
  public record Aborted(String why, Instant at) {}

  /**
   * A step that was announced.
   *
   * @param doneAt null while it is under way, or when it was left out
   * @param doneBy null when Evenkeel did it
   */
  public record Done(
      Planned planned,
      Instant announcedAt,
      @Nullable Instant doneAt,
      @Nullable Person doneBy,
      @Nullable String remark) {
    Done done(Instant at, @Nullable Person by, @Nullable String remark) {
      return new Done(planned, announcedAt, at, by, remark);
    }
  }

  /** One that begins. */
  public static Drill begun(
      IncidentNumber incident, Experiment experiment, Person by, Instant now) {
    return new Drill(
        incident,
        experiment,
        by,
        now,
        State.RUNNING,
        1,
        null,
        null,
        now,
        null,
        List.of(new Done(Planned.of(experiment).getFirst(), now, null, null, null)));
  }

  public boolean over() {
    return state == State.OVER;
  }

  /** How many steps there are. */
  public int length() {
    return Planned.of(experiment).size();
  }

  /** The step under way; the last one when it is over. */
  public Planned current() {
    List<Planned> all = Planned.of(experiment);
    return all.get(Math.min(step, all.size()) - 1);
  }

  /** As what a measurement of that moment counts. */
  public Phase phase(Instant at) {
    Planned.Kind kind = current().kind();
    return kind == Planned.Kind.AFTER && at.isBefore(steps.getLast().announcedAt())
        ? Phase.DURING
        : kind.phase();
  }

  Drill with(Progress progress) {
    return new Drill(
        incident,
        experiment,
        by,
        startedAt,
        progress.state,
        progress.step,
        progress.aborted,
        progress.endedAt,
        progress.lookAt,
        progress.until,
        progress.steps);
  }
}
