package io.evenkeel.drill;

import java.util.List;

/** The abort conditions in a report: whether each held, as far as it was measured. */
record AbortsSection(Experiment experiment, List<Sample> samples) {
  void write(ReportText text) {
    if (experiment.abort().isEmpty()) {
      text.line("The experiment names none.");
      return;
    }
    List<AbortCondition> watched = experiment.watched();
    for (AbortCondition one : experiment.abort()) {
      int number = watched.indexOf(one) + 1;
      Bound bound = one.bound();
      text.line(
          "- "
              + ReportText.flat(one.words())
              + ". "
              + (bound == null ? people() : seen(number, one, bound)));
    }
  }

  private static String people() {
    return "Not measured: people had to see it.";
  }

  private String seen(int number, AbortCondition condition, Bound bound) {
    List<Sample> asked =
        samples.stream()
            .filter(one -> one.subject() == Sample.Subject.ABORT && one.number() == number)
            .toList();
    long measured = asked.stream().filter(one -> one.value() != null).count();
    if (measured == 0) {
      return "Not measured"
          + asked.stream()
              .map(Sample::why)
              .reduce((_, b) -> b)
              .map(why -> ": " + ReportText.flat(why))
              .orElse(": it was never asked")
          + ".";
    }
    return asked.stream()
        .filter(one -> one.within(bound).orElse(false))
        .findFirst()
        .map(one ->
            "It held at "
                + ReportText.time(one.at())
                + " UTC: "
                + value(one, condition.unit())
                + ".")
        .orElse("Measured " + measured + " times; it never held.");
  }

  static String value(Sample sample, String unit) {
    return sample.value() == null
        ? "not measured: " + sample.why()
        : Bound.read(sample.value(), unit);
  }
}
