package io.evenkeel.grammar;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code drill run NAME}, {@code drill next}, {@code drill replay INC-12 --speed 10}. */
final class DrillSentence {
  private static final String RUN = "run|start|begin";
  private static final String NEXT = "next|done|go|continue";
  private static final String ABORT = "abort|stop|halt|cancel";
  private static final String STATUS = "status|show";
  private static final String REPORT = "report|result|results";
  private static final String REPLAY = "replay|rerun|again";
  private static final String LIST = "list|ls|all";
  private static final Pattern SPEED = Pattern.compile("(?i)x?([1-9]\\d{0,2}|1000)x?");
  private static final int USUAL = 10;

  private DrillSentence() {}

  static Utterance read(Said said) {
    Span free = said.free();
    if (free.empty()) {
      return drilling(said, new DrillOrder.Status());
    }
    String first = LeadingVerb.bare(free.first().raw()).toLowerCase(Locale.ROOT);
    said.remain(free.from(1));
    if (first.matches(RUN)) {
      return run(said);
    }
    if (first.matches(NEXT)) {
      return next(said);
    }
    if (first.matches(ABORT)) {
      said.leadingIncident(false);
      String why = said.text(Limit.TEXT, Flag.REASON);
      if (why.isEmpty()) {
        said.fail(
            Prose.of("Nothing was recorded: say why it is aborted: ")
                .code("/incident drill abort customers notice it")
                .text("."));
      }
      return drilling(said, new DrillOrder.Abort(why));
    }
    if (first.matches(REPLAY)) {
      return replay(said);
    }
    said.leadingIncident(false);
    said.nothingLeft();
    if (first.matches(STATUS)) {
      return drilling(said, new DrillOrder.Status());
    }
    if (first.matches(REPORT)) {
      return drilling(said, new DrillOrder.ShowReport());
    }
    if (!first.matches(LIST)) {
      said.remain(free);
      said.fail(
          Prose.of("Nothing was recorded: a drill is not told to “" + Faults.echo(first))
              .text("”. It goes ")
              .code("/incident drill run NAME")
              .text(", and then ")
              .code("next")
              .text(", ")
              .code("abort reason")
              .text(", ")
              .code("status")
              .text(" or ")
              .code("report")
              .text("; ")
              .code("/incident drill list")
              .text(" shows the names."),
          Offer.plain("What can be run", "drill list"));
    }
    return drilling(said, new DrillOrder.ListAll());
  }

  private static Utterance run(Said said) {
    String name = Limit.SERVICE.fit(said.text(said.free()));
    if (name.isEmpty()) {
      said.fail(
          Prose.of("Nothing was begun: say which experiment: ")
              .code("/incident drill run NAME")
              .text(". ")
              .code("/incident drill list")
              .text(" shows the names."),
          Offer.plain("What can be run", "drill list"));
    }
    if (Limit.SERVICE.over(name)) {
      said.fail(Limit.SERVICE.words(name));
    }
    return drilling(said, new DrillOrder.Run(name));
  }

  private static Utterance next(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    Optional<Integer> number = free.empty() ? Optional.empty() : Counted.read(free.first().raw());
    if (number.isPresent()) {
      said.remain(free.from(1));
    }
    said.nothingLeft();
    return drilling(said, new DrillOrder.Next(number.orElse(null)));
  }

  private static Utterance replay(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    IncidentNumber source = said.target();
    if (source == null) {
      said.fail(
          Prose.of("Nothing was begun: say which incident is told again: ")
              .code("/incident drill replay INC-12 --speed 10")
              .text("."));
    }
    int speed = USUAL;
    Span given = said.flag(Flag.SPEED).orElse(null);
    if (given != null) {
      var match = SPEED.matcher(said.text(given));
      if (match.matches()) {
        speed = Integer.parseInt(match.group(1));
      } else {
        said.fail(
            Prose.of("Nothing was begun: “" + Faults.echo(said.text(given)))
                .text("” is no speed. Type how many times as fast, from 1 to 1000: ")
                .code("--speed 10")
                .text("."));
      }
    }
    IncidentNumber number = source == null ? new IncidentNumber(1) : source;
    int times = speed;
    return said.or(() -> new Utterance.Drilling(new DrillOrder.Replay(number, times), null));
  }

  private static Utterance drilling(Said said, DrillOrder order) {
    return said.or(() -> new Utterance.Drilling(order, said.target()));
  }
}
