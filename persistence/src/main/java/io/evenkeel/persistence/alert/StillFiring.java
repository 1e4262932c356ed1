package io.evenkeel.persistence.alert;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps that alerts still fire where a source says what is known already, so that none of them is
 * taken for an old one. Written once a day, as sources repeat themselves all the time.
 */
public final class StillFiring {
  /** Waits for nobody: whoever holds an alert has just heard of it. */
  private static final String HEARD =
      """
      update alert set heard_at = ? where id in (
        select id from alert where source = ? and fingerprint = any(?::text[]) and not over
          and greatest(heard_at, received_at) < ?::timestamptz - interval '1 day'
        for update skip locked)\
      """;

  private final Transaction tx;

  public StillFiring(Transaction tx) {
    this.tx = tx;
  }

  /**
   * @param changed of this arrival: what was kept just now is not kept once more
   */
  public void heard(Arrival arrival, List<Alerts.Row> changed, Instant now) {
    Set<String> kept =
        changed.stream().map(row -> row.signal().fingerprint()).collect(Collectors.toSet());
    List<String> firing =
        arrival.signals().stream()
            .filter(signal -> signal.state() != Signal.State.RESOLVED)
            .map(Signal::fingerprint)
            .filter(fingerprint -> !kept.contains(fingerprint))
            .toList();
    if (!firing.isEmpty()) {
      new Written(tx, HEARD).time(now).text(arrival.source()).texts(firing).time(now).run();
    }
  }
}
