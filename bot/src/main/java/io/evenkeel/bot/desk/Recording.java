package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Kept;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.CapturedMessages;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import io.evenkeel.persistence.incident.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores a decision: incident, timeline, board and effects, in this order. */
final class Recording {
  private Recording() {}

  /**
   * @param incidents where {@code before} was locked
   * @param before null for a new incident
   */
  static Answer record(
      Transaction tx,
      Incidents incidents,
      @Nullable Incident before,
      Decision decision,
      Actor actor,
      Instant now) {
    return switch (decision) {
      case Decision.Refused refused ->
          new Answer(
              before == null ? null : before.number(),
              false,
              refused.reason().words(),
              refused.reason().offers());
      case Decision.Accepted accepted -> {
        store(tx, incidents, before, accepted, actor, now);
        yield accepted.answer();
      }
    };
  }

  private static void store(
      Transaction tx,
      Incidents incidents,
      @Nullable Incident before,
      Decision.Accepted accepted,
      Actor actor,
      Instant now) {
    Incident next = accepted.next();
    if (before == null) {
      incidents.insert(next, actor);
      new Timeline(tx).append(next.number(), accepted.entries());
    } else {
      incidents.record(before, next, accepted.entries(), actor);
      moved(tx, next, accepted.entries());
    }
    for (Effect effect : accepted.effects()) {
      if (effect instanceof Effect.Invite invite) {
        new Members(tx).add(next.number(), invite.person(), now);
      }
    }
    var effects = new ArrayList<>(accepted.effects());
    var boards = new Boards(tx);
    boards.keep(next.number(), accepted.kept());
    if (before != null && before.open() && !next.open()) {
      Board board = boards.of(next.number());
      List<Kept> over = board.over(person(actor), now);
      boards.keep(next.number(), over);
      effects.addAll(Paging.ended(board.pages(), over));
    }
    new Effects(tx).enqueue(next.number(), Rooms.possible(tx, next, effects), now);
  }

  /** A message whose time was put right is followed under its new entry. */
  private static void moved(Transaction tx, Incident incident, List<TimelineEntry> entries) {
    for (TimelineEntry entry : entries) {
      Integer old = entry.supersedes();
      if (entry.kind() == EntryKind.CAPTURED && old != null) {
        new CapturedMessages(tx).moved(incident.number(), old, entry.seq());
      }
    }
  }

  /** The person behind an actor; Evenkeel itself gives no commands. */
  static Person person(Actor actor) {
    return switch (actor) {
      case Actor.Human human -> human.person();
      case Actor.Via via -> via.person();
      case Actor.Evenkeel _ -> throw new IllegalArgumentException("Evenkeel gives no commands");
    };
  }
}
