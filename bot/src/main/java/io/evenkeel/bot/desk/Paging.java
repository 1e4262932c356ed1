package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Kept;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.PageEffects;
import io.evenkeel.incident.PageOrder;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Has pages decided with who is on call, and their first step follow at once. */
final class Paging {
  private Paging() {}

  /**
   * @param incident locked by this transaction
   */
  static Decision decide(
      Transaction tx,
      House house,
      Incident incident,
      Command.Paging command,
      Actor actor,
      Instant now) {
    Board board = Board.EMPTY.withPages(new Boards(tx).pages(incident.number()));
    return incident.decide(command, board, new Roll(tx, house), actor, now);
  }

  /**
   * A page that a decision has begun is sent in the same transaction.
   *
   * @param incidents where the incident was locked
   * @param answer what the decision answers; what the first step did is said in its place where a
   *     page was all that was asked for
   */
  static Answer follow(
      Transaction tx,
      House house,
      Incidents incidents,
      Decision decision,
      Answer answer,
      Instant now) {
    if (!(decision instanceof Decision.Accepted accepted)
        || accepted.kept().stream().noneMatch(Paging::begun)) {
      return answer;
    }
    Answer last = answer;
    boolean only = accepted.kept().size() == accepted.entries().size();
    List<Page> begun =
        new Boards(tx)
            .pages(accepted.next().number()).stream()
                .filter(page -> page.open() && page.rung() == null)
                .toList();
    for (Page page : begun) {
      Incident incident = incidents.lock(accepted.next().number()).orElseThrow();
      Instant due = page.due() == null ? now : page.due();
      var proceed = new Command.Paging(new PageOrder.Proceed(page.number(), due));
      var evenkeel = new Actor.Evenkeel();
      Decision step = decide(tx, house, incident, proceed, evenkeel, now);
      Answer sent = Recording.record(tx, incidents, incident, step, evenkeel, now);
      last =
          only && begun.size() == 1
              ? sent
              : new Answer(
                  last.incident(),
                  last.recorded(),
                  last.words().text(" ").then(sent.words()),
                  last.offers());
    }
    return last;
  }

  private static boolean begun(Kept row) {
    return row instanceof Page page && page.number() == 0;
  }

  /** What follows in Slack and outside for the pages of an incident that is over. */
  static List<Effect> ended(List<Page> before, List<Kept> over) {
    var effects = new ArrayList<Effect>();
    for (Kept row : over) {
      if (row instanceof Page page) {
        effects.addAll(PageEffects.over(page, PageEffect.Ring.What.RESOLVE));
      }
    }
    // What rings outside stays open there until the incident is over.
    before.stream()
        .filter(page -> !page.open())
        .forEach(page ->
            page.rings()
                .forEach(ring ->
                    effects.add(
                        new PageEffect.Ring(page.number(), ring, PageEffect.Ring.What.RESOLVE))));
    return effects;
  }
}
