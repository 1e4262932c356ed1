package io.evenkeel.drill;

import io.evenkeel.drill.Turn.How;
import io.evenkeel.incident.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a drill goes on. A person says when something was done; what Evenkeel waits for, it decides
 * by what was measured. An abort condition ends the perturbation, however far it is.
 */
public final class DrillRules {
  /** So that a drill that was forgotten asks Prometheus for little. */
  private static final Duration LONG = Duration.ofHours(1);

  private static final Duration SELDOM = Duration.ofMinutes(1);

  private DrillRules() {}

  /**
   * The step under way is done, or goes on without being waited for.
   *
   * @param number the step that is meant; null for the one under way
   */
  public static Turn next(Drill drill, @Nullable Integer number, Person by, Instant now) {
    var progress = new Progress(drill, now);
    if (drill.over()) {
      return progress.refused("The drill is over. Its report: /incident drill report");
    }
    int of = progress.plan.size();
    if (number != null && number != drill.step()) {
      return progress.refused(
          number < drill.step()
              ? "Step " + number + " was done before. The drill is at step " + drill.step() + "."
              : "The drill is only at step " + drill.step() + " of " + of + ".");
    }
    Planned current = progress.current();
    switch (current.kind()) {
      case BEFORE -> {
        progress.note(
            true, How.QUIETLY, "Went on although the steady state was not seen beforehand");
        progress.advance(by, "went on although the steady state was not seen beforehand");
      }
      case PERTURB, ROLLBACK -> {
        progress.note(true, How.QUIETLY, "Done: " + current.announced(of));
        progress.advance(by, null);
      }
      case OBSERVE -> {
        progress.note(true, How.QUIETLY, "Ended the watching early");
        progress.advance(by, "ended early");
      }
      case AFTER -> {
        progress.note(true, How.QUIETLY, "Did not wait for the steady state to come back");
        progress.advance(by, "not waited for");
      }
    }
    return progress.turned(
        progress.state == Drill.State.OVER
            ? "That was the last step."
            : "Noted. Now: " + progress.current().announced(of));
  }

  /** Somebody ends it at once; what was done is to be taken back. */
  public static Turn abort(Drill drill, String reason, Instant now) {
    var progress = new Progress(drill, now);
    if (drill.state() != Drill.State.RUNNING) {
      return progress.refused(
          drill.over() ? "The drill is over." : "The drill was aborted before. Roll back.");
    }
    progress.abort(true, reason);
    return progress.turned("Aborted. What was done has to be taken back now.");
  }

  /** The incident ended before its drill did. */
  public static Turn stop(Drill drill, String why, Instant now) {
    var progress = new Progress(drill, now);
    if (drill.over()) {
      return progress.refused("The drill is over.");
    }
    progress.stop(why);
    return progress.turned("The drill is over: " + why + ".");
  }

  /**
   * Something was measured.
   *
   * @param earlier what was measured before, in order
   * @param samples one for each probe and each measured abort condition
   * @param at when that was so: a while ago where nobody could look in between
   */
  public static Turn measured(
      Drill drill, List<Sample> earlier, List<Sample> samples, Instant at, Instant now) {
    var progress = new Progress(drill, at, now);
    if (drill.over()) {
      return progress.refused("The drill is over.");
    }
    Experiment experiment = drill.experiment();
    var look = new Look(experiment, samples);
    Optional<String> abort =
        drill.state() == Drill.State.RUNNING ? look.holding() : Optional.empty();
    List<String> changes = Changes.of(experiment, earlier, samples);
    Planned.Kind kind = progress.current().kind();
    if (!changes.isEmpty()) {
      // What people wait for is posted; that all is well afterwards is said by the end.
      progress.noteMeasured(String.join(" ", changes));
    }
    if (abort.isPresent()) {
      progress.abort(false, abort.get());
    } else {
      boolean steady = look.steady();
      boolean waited = progress.until != null && !progress.until.isAfter(at);
      boolean goesOn =
          switch (kind) {
            case BEFORE -> steady;
            case OBSERVE -> waited;
            case AFTER -> waited || (steady && look.after());
            case PERTURB, ROLLBACK -> false;
          };
      if (goesOn) {
        progress.advance(null, null);
      }
    }
    if (progress.state != Drill.State.OVER && !progress.atOnce) {
      boolean longRun = Duration.between(drill.startedAt(), now).compareTo(LONG) > 0;
      progress.lookAgain(
          longRun && experiment.every().compareTo(SELDOM) < 0 ? SELDOM : experiment.every());
    }
    return progress.turned("Measured.");
  }
}
