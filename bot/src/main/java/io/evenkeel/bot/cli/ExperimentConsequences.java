package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Signals;
import io.evenkeel.drill.Drill;
import io.evenkeel.drill.DrillRules;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Planned;
import io.evenkeel.drill.Turn;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Measuring;
import io.evenkeel.incident.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes of {@code experiments:}: how long each is, what ends it early, what takes it back. */
record ExperimentConsequences(Signals signals) {

  List<String> lines() {
    List<Experiment> all = signals.experiments().all();
    var lines = new ArrayList<>(all.stream().map(this::line).toList());
    if (!all.isEmpty() && signals.prometheus() == null) {
      lines.add(
          "Nothing of these experiments is measured, as no Prometheus is named: their reports say"
              + " “not measured”. Write prometheus: {url: …}.");
    }
    for (Experiment one : all) {
      Optional.ofNullable(one.service())
          .flatMap(name -> RouteServices.unknown(signals.services(), name))
          .ifPresent(words -> lines.add("Experiment " + one.name() + " is on " + words));
      lines.addAll(cut(one));
    }
    return lines;
  }

  private String line(Experiment one) {
    return "Experiment "
        + one.name()
        + (one.service() == null ? "" : " (" + one.service() + ")")
        + ": "
        + counted(Planned.of(one).size(), "step")
        + "; "
        + aborted(one)
        + "; "
        + (one.rollback().isEmpty()
            ? "has no rollback, so people take it back without being told how"
            : "is taken back in " + counted(one.rollback().size(), "step"));
  }

  private String aborted(Experiment one) {
    if (one.abort().isEmpty()) {
      return "nothing stands under abort_if, so only a person ends it early";
    }
    if (one.watched().isEmpty()) {
      return "nothing under abort_if is measured, so only a person ends it early";
    }
    return signals.prometheus() == null
        ? "nothing is measured, so only a person ends it early"
        : "ends early by itself on " + counted(one.watched().size(), "condition");
  }

  /** What is too long for a post is cut off in the middle of it. */
  private static List<String> cut(Experiment one) {
    var lines = new ArrayList<String>();
    List<Planned> plan = Planned.of(one);
    for (Planned step : plan) {
      if (step.announced(plan.size()).length() > Measuring.LONGEST) {
        lines.add(
            begin(one, "step " + step.number() + " of " + plan.size())
                + "Make two steps of it, or keep its command in a file.");
      }
    }
    if (whenAborted(one) > Measuring.LONGEST) {
      lines.add(
          begin(one, "the list of all steps back, which is posted when it is aborted,")
              + "Each is still announced when it is due. Shorten them.");
    }
    return lines;
  }

  private static String begin(Experiment one, String what) {
    return "Experiment %s: %s is cut off after %,d characters. "
        .formatted(one.name(), what, Measuring.LONGEST);
  }

  /** How long that post is, in characters, by the very rule that writes it. */
  private static int whenAborted(Experiment one) {
    Instant now = Instant.EPOCH;
    Drill begun = Drill.begun(new IncidentNumber(1), one, Person.EVENKEEL, now);
    Drill perturbed = DrillRules.next(begun, null, Person.EVENKEEL, now).next();
    return DrillRules.abort(perturbed, "a person said so", now).notes().stream()
        .filter(note -> note.how() == Turn.How.LOUDLY)
        .mapToInt(note -> note.text().length())
        .max()
        .orElse(0);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
