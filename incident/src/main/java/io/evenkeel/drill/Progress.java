package io.evenkeel.drill;

import io.evenkeel.drill.Planned.Kind;
import io.evenkeel.drill.Turn.How;
import io.evenkeel.incident.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drill being moved on by one thing that was said or measured. */
final class Progress {
  final Drill before;
  final Instant now;
  final List<Planned> plan;
  private final List<Turn.Note> notes = new ArrayList<>();

  Drill.State state;
  int step;
  Drill.@Nullable Aborted aborted;
  @Nullable Instant endedAt;
  @Nullable Instant lookAt;
  @Nullable Instant until;
  List<Drill.Done> steps;

  /** A step that waits has begun: it is measured at once. */
  boolean atOnce;

  /** When what is told now was measured; null when somebody said it. */
  private final @Nullable Instant measuredAt;

  Progress(Drill before, Instant now) {
    this(before, null, now);
  }

  Progress(Drill before, @Nullable Instant measuredAt, Instant now) {
    this.measuredAt = measuredAt;
    this.before = before;
    this.now = now;
    plan = Planned.of(before.experiment());
    state = before.state();
    step = before.step();
    aborted = before.aborted();
    endedAt = before.endedAt();
    lookAt = before.lookAt();
    until = before.until();
    steps = new ArrayList<>(before.steps());
  }

  void note(boolean byPerson, How how, String text) {
    notes.add(new Turn.Note(byPerson, how, text, now));
  }

  /** It was so when it was measured, which may be a while ago. */
  void noteMeasured(String text) {
    notes.add(new Turn.Note(false, How.POSTED, text, measuredAt == null ? now : measuredAt));
  }

  Planned current() {
    return plan.get(step - 1);
  }

  /** The step under way is done; the next one is announced, or all is over. */
  void advance(@Nullable Person by, @Nullable String remark) {
    settle(by, remark);
    moveTo(step + 1);
  }

  private void settle(@Nullable Person by, @Nullable String remark) {
    int last = steps.size() - 1;
    steps.set(last, steps.get(last).done(now, by, remark));
  }

  private void moveTo(int number) {
    step = number;
    until = null;
    if (step > plan.size()) {
      state = Drill.State.OVER;
      endedAt = now;
      lookAt = null;
      return;
    }
    Planned next = current();
    until =
        switch (next.kind()) {
          case OBSERVE -> now.plus(before.experiment().observe());
          case AFTER -> now.plus(before.experiment().recovery());
          case BEFORE, PERTURB, ROLLBACK -> null;
        };
    if (next.kind() == Kind.OBSERVE || next.kind() == Kind.AFTER) {
      // What is still to be measured of the time before is not left out.
      lookAt = measuredAt != null || lookAt == null || lookAt.isAfter(now) ? now : lookAt;
      atOnce = true;
    }
    steps.add(new Drill.Done(next, now, null, null, null));
    note(false, How.POSTED, next.announced(plan.size()));
  }

  /** Everything that was perturbed is taken back from here on. */
  void abort(boolean byPerson, String why) {
    aborted = new Drill.Aborted(why, now);
    state = Drill.State.ABORTED;
    settle(null, "not finished: the drill was aborted");
    boolean touched = before.steps().stream().anyMatch(one -> one.planned().kind() != Kind.BEFORE);
    note(
        byPerson,
        How.LOUDLY,
        "DRILL ABORTED: "
            + why
            + ". "
            + (touched ? Planned.rollback(plan) : "Nothing was perturbed yet."));
    int to =
        plan.stream()
            .filter(one -> one.kind() == Kind.AFTER || (touched && one.kind() == Kind.ROLLBACK))
            .findFirst()
            .orElseThrow()
            .number();
    moveTo(to);
  }

  /** Nothing more is measured or announced: the incident is over. */
  void stop(String why) {
    if (aborted == null) {
      aborted = new Drill.Aborted(why, now);
    }
    settle(null, why);
    state = Drill.State.OVER;
    step = plan.size() + 1;
    endedAt = now;
    lookAt = null;
    until = null;
  }

  /** The next look, but no later than what waits is over. */
  void lookAgain(Duration every) {
    Instant at = measuredAt == null ? now : measuredAt;
    Instant next = at.plus(every);
    lookAt = until != null && until.isBefore(next) && until.isAfter(at) ? until : next;
  }

  Turn turned(String answer) {
    return new Turn(before.with(this), notes, answer, false);
  }

  Turn refused(String answer) {
    return new Turn(before, List.of(), answer, true);
  }
}
