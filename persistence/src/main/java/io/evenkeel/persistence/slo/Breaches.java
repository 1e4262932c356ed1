package io.evenkeel.persistence.slo;

import static io.evenkeel.persistence.generated.Tables.SLO_STATE;

import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Budgets that came to an end, and what was done about it: once for each breach. */
public final class Breaches {
  private final DSLContext sql;

  public Breaches(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * A budget that is nearly or wholly spent.
   *
   * @param number of the breach, counted from 1 for each objective
   * @param incident that was declared last because of it, maybe for an earlier breach; null for
   *     none
   * @param declared whether one was declared for this breach
   * @param exhausted whether nothing is left
   * @param told whether it was told that nothing is left
   */
  public record Breach(
      int number,
      Instant since,
      Reading reading,
      @Nullable IncidentNumber incident,
      boolean declared,
      boolean exhausted,
      boolean told) {}

  /** What is to be declared or told, of those that are promised still. */
  public List<Due> due(Objectives objectives) {
    var due = new ArrayList<Due>();
    if (objectives.all().isEmpty()) {
      return due;
    }
    for (var row : sql.selectFrom(SLO_STATE).where(SLO_STATE.BREACHED_AT.isNotNull())) {
      Optional<Objective> objective =
          objectives.all().stream()
              .filter(
                  one -> one.service().equals(row.getService()) && one.name().equals(row.getName()))
              .findFirst();
      if (objective.isEmpty()) {
        continue;
      }
      String thing = objective.get().key() + ":" + row.getBreach();
      if (!row.getBreach().equals(row.getDeclared())) {
        due.add(
            new Due.OfHouse(
                "slo-critical:" + thing,
                Objects.requireNonNull(row.getBreachedAt()),
                new Errand.DeclareBreach(row.getService(), row.getName())));
      } else if (row.getExhaustedAt() != null && !row.getBreach().equals(row.getExhaustedTold())) {
        due.add(
            new Due.OfHouse(
                "slo-exhausted:" + thing,
                row.getExhaustedAt(),
                new Errand.TellExhausted(row.getService(), row.getName())));
      }
    }
    return due;
  }

  /** Locked by this transaction; empty when its budget has recovered, or nothing is known of it. */
  public Optional<Breach> lock(Objective objective) {
    return sql.selectFrom(SLO_STATE)
        .where(Readings.is(objective))
        .and(SLO_STATE.BREACHED_AT.isNotNull())
        .and(SLO_STATE.READ_AT.isNotNull())
        .forUpdate()
        .fetchOptional(row ->
            new Breach(
                row.getBreach(),
                Objects.requireNonNull(row.getBreachedAt()),
                Burns.reading(row),
                row.getIncident(),
                row.getBreach().equals(row.getDeclared()),
                row.getExhaustedAt() != null,
                row.getBreach().equals(row.getExhaustedTold())));
  }

  /**
   * An incident stands for this breach.
   *
   * @param incident null where none is declared for such objectives
   */
  public void declared(Objective objective, Breach breach, @Nullable IncidentNumber incident) {
    sql.update(SLO_STATE)
        .set(SLO_STATE.DECLARED, breach.number())
        .set(SLO_STATE.INCIDENT, incident)
        .where(Readings.is(objective))
        .execute();
  }

  /** It was told that nothing is left. */
  public void told(Objective objective, Breach breach) {
    sql.update(SLO_STATE)
        .set(SLO_STATE.EXHAUSTED_TOLD, breach.number())
        .where(Readings.is(objective))
        .execute();
  }
}
