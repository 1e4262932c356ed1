package io.evenkeel.persistence.drill;

import static io.evenkeel.persistence.generated.Tables.DRILL_REPLAY;

import io.evenkeel.drill.Replay;
import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.DueRow;
import io.evenkeel.persistence.generated.tables.records.DrillReplayRecord;
import java.util.Optional;
import org.jooq.DSLContext;

/** Incidents that are told again in a drill. */
public final class Replays {
  /** Those in which something is to be told by now, with how much was told before. */
  public static final String DUE =
      """
      select incident, fed, next_at from drill_replay, look
      where next_at <= look.now
      order by next_at\
      """;

  private final DSLContext sql;

  public Replays(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  public Optional<Replay> of(IncidentNumber incident) {
    return sql.selectFrom(DRILL_REPLAY)
        .where(DRILL_REPLAY.INCIDENT.eq(incident))
        .fetchOptional()
        .map(row ->
            new Replay(
                row.getIncident(),
                row.getSource(),
                row.getSpeed(),
                new Person(row.getBegunBy(), row.getBegunByName()),
                row.getStartedAt(),
                row.getFed(),
                row.getNextAt(),
                row.getEndedAt()));
  }

  /** Stores it as it stands from now on. The drill's incident is locked by this transaction. */
  public void keep(Replay replay) {
    var row = new DrillReplayRecord();
    row.setIncident(replay.incident());
    row.setSource(replay.source());
    row.setSpeed(replay.speed());
    row.setBegunBy(replay.by().id());
    row.setBegunByName(replay.by().name());
    row.setStartedAt(replay.startedAt());
    row.setFed(replay.fed());
    row.setNextAt(replay.nextAt());
    row.setEndedAt(replay.endedAt());
    sql.insertInto(DRILL_REPLAY)
        .set(row)
        .onConflict(DRILL_REPLAY.INCIDENT)
        .doUpdate()
        .set(row)
        .execute();
  }

  public static Due due(DueRow row) {
    return new Due.OfHouse(
        "replay:" + row.incident() + ":" + row.number(),
        row.at(),
        new Errand.TellAgain(row.incident()));
  }
}
