package io.evenkeel.incident;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people say of an incident's impact: allowed at any time, also after the end. */
final class ImpactRules {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ImpactRules() {}

  static Decision say(Incident incident, Command.SayImpact command, Actor actor, Instant now) {
    Instant since = command.since();
    if (since != null && since.isAfter(now)) {
      return Change.refused(
          Prose.of("Nothing was recorded: ").at(since).text(" has not happened yet."));
    }
    BigDecimal percent = command.share().scaleByPowerOfTen(2).stripTrailingZeros();
    String share = percent.toPlainString() + " %";
    var change = new Change(incident, actor, now);
    change.keep(new Impact(command.share(), since, Standing.doer(actor), now));
    change.entry(
        EntryKind.NOTE,
        "Impact: "
            + share
            + " of what was asked failed"
            + (since == null ? "" : " since " + CLOCK.format(since)));
    change.thread();
    Prose words =
        Prose.of("Recorded on ")
            .strong(incident.label())
            .text(": " + share + " of what was asked failed");
    words = since == null ? words : words.text(" since ").at(since);
    return change.accepted(
        words
            .text(
                ". What it cost is estimated from that where no Prometheus has measured it. If it")
            .text(" was different, say it again: the last word counts."));
  }

  /** Evenkeel itself says what was measured. */
  static Decision measured(
      Incident incident, Command.RecordMeasured command, Actor actor, Instant now) {
    var heard =
        incident.status() == Status.CLOSED ? Measuring.Heard.NOBODY : Measuring.Heard.CHANNEL;
    Decision.Accepted accepted =
        Measuring.decide(incident, List.of(command.text()), heard, actor, now);
    if (heard == Measuring.Heard.NOBODY) {
      return accepted;
    }
    var effects = new ArrayList<>(accepted.effects());
    effects.add(new Effect.RefreshCard());
    return new Decision.Accepted(
        accepted.next(), accepted.entries(), accepted.kept(), effects, accepted.answer());
  }
}
