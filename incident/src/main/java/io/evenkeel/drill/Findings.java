package io.evenkeel.drill;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found by a drill.
 *
 * @param probes one for each probe, in the experiment's order
 * @param verdict what can be said of the hypothesis
 * @param why in words, each a sentence without its full stop
 */
public record Findings(List<Finding> probes, Verdict verdict, List<String> why) {
  public Findings {
    probes = List.copyOf(probes);
    why = List.copyOf(why);
  }

  public static Findings of(Drill drill, List<Sample> samples) {
    List<Probe> steady = drill.experiment().steady();
    var probes = new ArrayList<Finding>();
    for (int i = 0; i < steady.size(); i++) {
      probes.add(Finding.of(steady.get(i), i + 1, samples));
    }
    var why = new ArrayList<String>();
    for (Finding one : probes) {
      if (one.verdict() == Verdict.DID_NOT_HOLD) {
        why.add(broken(one));
      }
    }
    if (!why.isEmpty()) {
      return new Findings(probes, Verdict.DID_NOT_HOLD, why);
    }
    probes.stream().map(Finding::unsaid).filter(words -> !words.isEmpty()).forEach(why::add);
    Drill.Aborted aborted = drill.aborted();
    if (aborted != null) {
      why.addFirst("The drill was aborted: " + aborted.why());
    }
    if (!drill.over()) {
      why.addFirst("The drill is not over");
    }
    return new Findings(probes, why.isEmpty() ? Verdict.HELD : Verdict.CANNOT_BE_SAID, why);
  }

  private static String broken(Finding one) {
    Probe probe = one.probe();
    Sample after = one.after();
    String bound = probe.bound().words(probe.unit());
    if (after != null && !after.within(probe.bound()).orElse(true)) {
      return probe.name() + " did not come back to " + bound;
    }
    return one.out().isZero()
        ? probe.name() + " was not " + bound + " at one measurement"
        : probe.name()
            + " was not "
            + bound
            + " for "
            + Lengths.of(one.out())
            + (probe.tolerate().isZero()
                ? ""
                : ", and may be so for " + Lengths.of(probe.tolerate()));
  }
}
