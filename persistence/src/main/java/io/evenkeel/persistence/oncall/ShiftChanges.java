package io.evenkeel.persistence.oncall;

import static io.evenkeel.persistence.generated.Tables.ONCALL_SAID;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.evenkeel.incident.Errand;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Shift;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.generated.tables.records.OncallSaidRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Changes of shifts that were not announced yet, of schedules that name a channel for them. What
 * was missed while nobody looked is one change: from whom was announced last to who is on call now.
 */
public final class ShiftChanges {

  /**
   * Somebody else is on call on a layer.
   *
   * @param before who was announced last; null for nobody
   * @param at when it changed by the plan; null where that is not known, as when somebody who stood
   *     in was withdrawn
   * @param first nothing was ever announced: there is no change to tell of
   */
  public record Change(
      Shift now, @Nullable Participant before, @Nullable Instant at, boolean first) {}

  private record Said(@Nullable String who, Instant at) {}

  private final DSLContext sql;
  private final OnCall onCall;
  private final Schedules schedules;

  public ShiftChanges(Transaction tx, Schedules schedules) {
    sql = tx.unwrap(DSLContext.class);
    onCall = new OnCall(tx, schedules);
    this.schedules = schedules;
  }

  /** One for each schedule that has any. */
  public List<Due> due(Instant now) {
    var due = new ArrayList<Due>();
    List<Schedule> announced =
        schedules.all().stream()
            .filter(schedule -> schedules.channels().containsKey(schedule.name()))
            .toList();
    if (announced.isEmpty()) {
      return due;
    }
    Map<String, Map<String, Said>> all = said();
    for (Schedule schedule : onCall.counted(announced, now)) {
      Map<String, Said> said = all.getOrDefault(schedule.name().value(), Map.of());
      List<Shift> changed =
          schedule.onCall(now).stream().filter(shift -> changed(said, shift)).toList();
      changed.stream()
          .map(shift -> since(said, shift, now))
          .max(Instant::compareTo)
          .ifPresent(at -> due.add(due(schedule.name(), changed, at)));
    }
    return due;
  }

  /** Who it is now is part of what it is: somebody may stand in twice from the same time on. */
  private static Due due(ScheduleName name, List<Shift> changed, Instant at) {
    String who =
        changed.stream()
            .map(shift -> shift.layer() + "=" + shift.whoOrNobody())
            .collect(Collectors.joining(","));
    return new Due.OfHouse(
        "oncall-shift:" + name + ":" + who, at, new Errand.TellOfShift(name.value()));
  }

  /** The time that has come: later than what was said last, so that it is due again. */
  private static Instant since(Map<String, Said> said, Shift shift, Instant now) {
    Said before = said.get(shift.layer());
    Instant since = shift.since();
    if (before == null) {
      return Instant.EPOCH;
    }
    return since == null || since.isBefore(before.at()) || since.isAfter(now) ? before.at() : since;
  }

  /** What is to be told; from now on it counts as said. */
  public List<Change> take(ScheduleName name, Instant now) {
    Optional<Schedule> schedule = onCall.schedule(name.value(), now);
    Map<String, Said> said = said().getOrDefault(name.value(), Map.of());
    List<Shift> changed =
        schedule.stream()
            .flatMap(one -> one.onCall(now).stream())
            .filter(shift -> changed(said, shift))
            .toList();
    changed.forEach(shift -> keep(name, shift, now));
    return changed.stream()
        .map(shift -> {
          Said before = said.get(shift.layer());
          String who = before == null ? null : before.who();
          Instant since = shift.since();
          boolean planned = before != null && since != null && !since.isBefore(before.at());
          return new Change(
              shift,
              who == null ? null : new Participant(who),
              planned ? since : null,
              before == null);
        })
        .toList();
  }

  private static boolean changed(Map<String, Said> said, Shift shift) {
    Said before = said.get(shift.layer());
    Participant who = shift.who();
    return before == null || !Objects.equals(before.who(), who == null ? null : who.name());
  }

  /** By schedule and layer. */
  private Map<String, Map<String, Said>> said() {
    return sql.selectFrom(ONCALL_SAID)
        .collect(
            groupingBy(
                OncallSaidRecord::getSchedule,
                toMap(OncallSaidRecord::getLayer, row -> new Said(row.getWho(), row.getSaidAt()))));
  }

  private void keep(ScheduleName name, Shift shift, Instant now) {
    Participant who = shift.who();
    sql.insertInto(ONCALL_SAID)
        .set(ONCALL_SAID.SCHEDULE, name.value())
        .set(ONCALL_SAID.LAYER, shift.layer())
        .set(ONCALL_SAID.WHO, who == null ? null : who.name())
        .set(ONCALL_SAID.SAID_AT, now)
        .onConflict(ONCALL_SAID.SCHEDULE, ONCALL_SAID.LAYER)
        .doUpdate()
        .set(ONCALL_SAID.WHO, who == null ? null : who.name())
        .set(ONCALL_SAID.SAID_AT, now)
        .execute();
  }
}
