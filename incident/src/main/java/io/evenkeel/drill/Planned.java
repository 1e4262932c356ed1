package io.evenkeel.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the numbered steps of a run.
 *
 * @param number counted from 1
 * @param text what is done, as it is announced without its number
 */
public record Planned(int number, Kind kind, String text) {

  /** Who does it. Stored as its word: never renamed. */
  public enum Kind {
    /** Evenkeel looks whether all is well before anything is done. */
    BEFORE,
    /** A person perturbs something. */
    PERTURB,
    /** Evenkeel watches. */
    OBSERVE,
    /** A person takes it back. */
    ROLLBACK,
    /** Evenkeel looks whether all is well again. */
    AFTER;

    /** A person says when it is done. */
    public boolean forPeople() {
      return this == PERTURB || this == ROLLBACK;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What is measured while it goes on counts as this. */
    public Phase phase() {
      return switch (this) {
        case BEFORE -> Phase.BEFORE;
        case PERTURB, OBSERVE, ROLLBACK -> Phase.DURING;
        case AFTER -> Phase.AFTER;
      };
    }
  }

  private static final Pattern ANNOUNCED =
      Pattern.compile("\\[(\\d{1,3})/(\\d{1,3})] (?!Evenkeel ).*", Pattern.DOTALL);

  /** What has to be done for that experiment, in order. */
  public static List<Planned> of(Experiment experiment) {
    var all = new ArrayList<Planned>();
    add(all, Kind.BEFORE, "Evenkeel measures the steady state before anything is done.");
    experiment.perturbation().forEach(step -> add(all, Kind.PERTURB, step.words()));
    add(
        all,
        Kind.OBSERVE,
        "Evenkeel watches for "
            + Lengths.of(experiment.observe())
            + ". Nobody has to do anything.");
    experiment.rollback().forEach(step -> add(all, Kind.ROLLBACK, step.words()));
    add(all, Kind.AFTER, "Evenkeel measures whether the steady state is back.");
    return List.copyOf(all);
  }

  private static void add(List<Planned> all, Kind kind, String text) {
    all.add(new Planned(all.size() + 1, kind, text));
  }

  /** What is to be taken back at once, numbered from 1: as it is said when a drill is aborted. */
  static String rollback(List<Planned> plan) {
    List<Planned> back = plan.stream().filter(one -> one.kind() == Kind.ROLLBACK).toList();
    return back.isEmpty()
        ? "There is no rollback in the experiment: take back by hand what was done."
        : "ROLL BACK NOW: "
            + back.stream()
                .map(one -> (one.number() - back.getFirst().number() + 1) + ". " + one.text())
                .collect(Collectors.joining(" "));
  }

  /** "[2/7] Delete the primary's pod": how it stands in the timeline. */
  public String announced(int of) {
    return "[" + number + "/" + of + "] " + text;
  }

  /** Which step an entry of the timeline announces to people; empty for all others. */
  public static Optional<Integer> read(String entry) {
    var match = ANNOUNCED.matcher(entry);
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }
}
