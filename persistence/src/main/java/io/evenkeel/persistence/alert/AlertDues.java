package io.evenkeel.persistence.alert;

import io.evenkeel.incident.Errand;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is to be done about alerts without anybody telling of more. */
public final class AlertDues {
  /** Whoever took them acts on them at once; when they are still there by then, it could not. */
  private static final Duration NEGLECTED = Duration.ofSeconds(2);

  private final Transaction tx;

  public AlertDues(Transaction tx) {
    this.tx = tx;
  }

  /**
   * @param most of each kind
   */
  public List<Due> due(Instant now, int most) {
    var all = new ArrayList<Due>();
    new Alerts(tx)
        .neglected(now.minus(NEGLECTED), most)
        .forEach((key, at) ->
            all.add(new Due.OfHouse("alerts:" + key, at, new Errand.AttendAlerts(key))));
    new Tellings(tx)
        .due(now, most)
        .forEach((incident, at) ->
            all.add(
                new Due.OfHouse("alerts-told:" + incident, at, new Errand.TellOfAlerts(incident))));
    return all;
  }
}
