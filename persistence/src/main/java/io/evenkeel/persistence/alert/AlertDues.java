package io.evenkeel.persistence.alert;

import io.evenkeel.incident.Errand;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.maintenance.Maintenances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done about alerts without anybody telling of more. */
public final class AlertDues {
  /** Whoever took them acts on them at once; when they are still there by then, it could not. */
  private static final Duration NEGLECTED = Duration.ofSeconds(2);

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
    var all = new ArrayList<Due>();
    Set<String> worked =
        new Maintenances(tx)
            .current(now).stream().map(Maintained::service).collect(Collectors.toSet());
    Stream.concat(
            new Alerts(tx).neglected(now.minus(NEGLECTED), most).stream(),
            new QuietAlerts(tx).outlasting(worked, most).stream())
        .distinct()
        .forEach(
            key -> all.add(new Due.OfHouse("alerts:" + key, now, new Errand.AttendAlerts(key))));
    new Tellings(tx)
        .due(now, most)
        .forEach((incident, at) ->
            all.add(
                new Due.OfHouse("alerts-told:" + incident, at, new Errand.TellOfAlerts(incident))));
    return all;
  }
}
