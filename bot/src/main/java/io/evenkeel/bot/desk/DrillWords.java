package io.evenkeel.bot.desk;

import io.evenkeel.drill.Bound;
import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Planned;
import io.evenkeel.drill.Probe;
import io.evenkeel.drill.Report;
import io.evenkeel.drill.Sample;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.List;

/** How a drill stands, in words. */
final class DrillWords {
  private DrillWords() {}

  static Answer status(Incident incident, Drill drill, List<Sample> samples) {
    String here = " --incident-id " + incident.number();
    if (drill.over()) {
      return new Answer(
          incident.number(),
          false,
          Prose.of("").strong(incident.label()).text(": ").text(Report.summary(drill, samples)),
          List.of(Offer.plain("Report", "drill report" + here)));
    }
    Planned current = drill.current();
    Prose words = Prose.of("").strong(incident.label());
    words =
        drill.aborted() == null
            ? words.text(" is at ")
            : words.text(" was aborted (" + drill.aborted().why() + "), and is rolled back: ");
    words = words.text(current.announced(drill.length()));
    if (drill.until() != null) {
      words = words.text(" It waits until ").at(drill.until()).text(" at most.");
    }
    List<Probe> steady = drill.experiment().steady();
    for (int i = 0; i < steady.size(); i++) {
      words = words.text("\n• " + last(steady.get(i), i + 1, samples));
    }
    var offers = new ArrayList<Offer>();
    offers.add(
        Offer.primary(
            current.kind().forPeople() ? "Done" : "Go on", "drill next " + drill.step() + here));
    if (drill.aborted() == null) {
      offers.add(Offer.danger("Abort", "drill abort --reason \"a person said so\"" + here));
    }
    return new Answer(incident.number(), false, words, offers);
  }

  private static String last(Probe probe, int number, List<Sample> samples) {
    return samples.stream()
        .filter(one -> one.subject() == Sample.Subject.STEADY && one.number() == number)
        .reduce((_, later) -> later)
        .map(one ->
            one.value() == null
                ? probe.name() + " was not measured: " + one.why()
                : probe.name()
                    + " is "
                    + Bound.read(one.value(), probe.unit())
                    + ", has to be "
                    + probe.bound().words(probe.unit()))
        .orElseGet(() -> probe.name() + " was not measured yet");
  }
}
