package io.evenkeel.bot.desk;

import io.evenkeel.drill.Replay;
import io.evenkeel.drill.ReplayReport;
import io.evenkeel.drill.Score;
import io.evenkeel.grammar.DrillOrder;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.drill.Replays;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells an incident again in a drill that {@link ReplayBeginning} began, and scores it once it has
 * ended.
 */
final class Replaying {
  /** Of its timeline, the oldest first: more nobody follows. */
  private static final int MOST = 2_000;

  /** In one post. */
  private static final int AT_ONCE = 10;

  private final Transaction tx;
  private final Actor actor;
  private final Instant now;
  private final Incidents incidents;
  private final Replays replays;

  Replaying(Transaction tx, Actor actor, Instant now) {
    this.tx = tx;
    this.actor = actor;
    this.now = now;
    incidents = new Incidents(tx);
    replays = new Replays(tx);
  }

  /** What can be told again of an incident. */
  static List<TimelineEntry> told(Transaction tx, IncidentNumber source) {
    return Replay.told(new Timeline(tx).happened(source, false, MOST, 0));
  }

  /** Tells what is due by now, and scores it once it has ended. */
  Answer goOn(IncidentNumber number) {
    Incident incident = incidents.lock(number).orElseThrow();
    Optional<Replay> found = replays.of(number);
    Instant next = found.map(Replay::nextAt).orElse(null);
    if (found.isEmpty() || next == null || next.isAfter(now)) {
      return Errands.nothing();
    }
    Replay before = found.get();
    Incident source = incidents.find(before.source()).orElseThrow();
    var posting = new DrillPosting(tx, incidents, actor, now);
    List<TimelineEntry> told = told(tx, source.number());
    if (!incident.open() || before.forgotten(now)) {
      Replay over = before.ended(now);
      replays.keep(over);
      posting.post(incident, ReplayReport.summary(over, score(source), score(incident)));
      return Errands.said("Scored " + number);
    }
    Replay after = before.told(told, now);
    replays.keep(after);
    List<TimelineEntry> fresh = told.subList(Math.min(before.fed(), told.size()), after.fed());
    Incident standing = incident;
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      standing =
          posting.post(
              standing,
              String.join(
                  "\n",
                  fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)).stream()
                      .map(entry -> after.words(entry, source.zero()))
                      .toList()));
    }
    if (!fresh.isEmpty() && after.fed() == told.size()) {
      posting.post(standing, "That was all that is told again. Resolve it to see how it went.");
    }
    return fresh.isEmpty() ? Errands.nothing() : Errands.said("Told " + fresh.size());
  }

  private Score score(Incident incident) {
    IncidentNumber number = incident.number();
    return Score.of(
        incident,
        incidents.terms(number),
        new Timeline(tx).happened(number, false, MOST, 0),
        new Boards(tx).promises(number),
        now);
  }

  /** What is said of a drill that is a replay; empty where it is none. */
  Optional<Answer> order(Incident incident, DrillOrder order) {
    return replays.of(incident.number()).map(replay -> answer(incident, replay, order));
  }

  private Answer answer(Incident incident, Replay replay, DrillOrder order) {
    Prose words =
        switch (order) {
          case DrillOrder.ShowReport _, DrillOrder.Status _ ->
              Prose.of(
                  ReplayReport.of(
                      replay,
                      told(tx, replay.source()).size(),
                      incidents.find(replay.source()).map(this::score).orElseThrow(),
                      score(incident)));
          case DrillOrder.Next _,
              DrillOrder.Abort _,
              DrillOrder.Run _,
              DrillOrder.ListAll _,
              DrillOrder.Replay _ ->
              Prose.of("Nothing was recorded: a replay goes on by itself. To end it: ")
                  .code("/incident resolve")
                  .text(", or ")
                  .code("/incident cancel reason --as test")
                  .text(".");
        };
    return new Answer(
        incident.number(),
        false,
        words,
        incident.open()
            ? List.of(Offer.plain("Resolve", "resolve --incident-id " + incident.number()))
            : List.of());
  }
}
