package io.evenkeel.persistence.alert;

import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.maintenance.Maintenances;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done about alerts without anybody telling of more. */
public final class AlertDues {
  /** Whoever took them acts on them at once; when they are still there by then, it could not. */
  private static final Duration NEGLECTED = Duration.ofSeconds(2);

  /**
   * In one statement, as it is asked several times a second: groups that have not taken account of
   * something, whether anything is quiet, and incidents of which something is to be summed up.
   */
  private static final String ANY =
      """
      with look as not materialized (select ?::timestamptz as now, ?::timestamptz as before)
      select * from (
        (select distinct group_key, null::integer, null::timestamptz from alert, look
          where %s and received_at < look.before limit ?)
        union all
        (select null, null, null where exists (select from alert where %s))
        union all
        (select null, incident, held_until from alert_evidence, look
          where held_until <= look.now order by held_until limit ?)
      ) as found (key, incident, at) order by at\
      """
          .formatted(Alerts.WAITING, QuietAlerts.QUIET);

  private final Transaction tx;

  public AlertDues(Transaction tx) {
    this.tx = tx;
  }

  /**
   * What waits is due at every look until it is done: whoever acts on it locks the group and looks
   * again.
   *
   * @param now UTC at microseconds
   * @param most of each kind
   */
  public List<Due> due(Instant now, int most) {
    List<Found> found =
        new Written(tx, ANY)
            .time(now)
            .time(now.minus(NEGLECTED))
            .number(most)
            .number(most)
            .rows(Found::read);
    var keys = new LinkedHashSet<String>();
    var told = new ArrayList<Due>();
    for (Found one : found) {
      switch (one) {
        case Found.Waiting(String key) -> keys.add(key);
        case Found.Held(IncidentNumber incident, Instant at) ->
            told.add(
                new Due.OfHouse("alerts-told:" + incident, at, new Errand.TellOfAlerts(incident)));
        case Found.Quiet _ -> {}
      }
    }
    if (found.contains(new Found.Quiet())) {
      keys.addAll(new QuietAlerts(tx).outlasting(worked(now), most));
    }
    return Stream.concat(
            keys.stream()
                .map(key -> new Due.OfHouse("alerts:" + key, now, new Errand.AttendAlerts(key))),
            told.stream())
        .toList();
  }

  /** The services that are worked on. */
  private Set<String> worked(Instant now) {
    return new Maintenances(tx)
        .current(now).stream().map(Maintained::service).collect(Collectors.toSet());
  }

  private sealed interface Found {
    static Found read(ResultSet row) throws SQLException {
      String key = row.getString("key");
      var at = row.getObject("at", OffsetDateTime.class);
      if (key != null) {
        return new Waiting(key);
      }
      return at == null
          ? new Quiet()
          : new Held(new IncidentNumber(row.getInt("incident")), at.toInstant());
    }

    /** A group has not taken account of something. */
    record Waiting(String key) implements Found {}

    /** Some alert is quiet, maybe for good reason. */
    record Quiet() implements Found {}

    /** Something is to be summed up, since then. */
    record Held(IncidentNumber incident, Instant at) implements Found {}
  }
}
