package io.evenkeel.bot.desk;

import io.evenkeel.maintenance.Maintained;
import io.evenkeel.maintenance.Spans;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Alerts;
import io.evenkeel.persistence.alert.HeardAlert;
import io.evenkeel.persistence.alert.QuietAlerts;
import io.evenkeel.persistence.maintenance.Maintenances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps alerts quiet while their service is worked on as planned. One that still fires afterwards
 * begins when the maintenance ends, whether it ended as planned or earlier.
 */
final class Hushing {
  private final Maintenances maintenances;
  private final QuietAlerts quiet;
  private final Alerts alerts;
  private final Instant now;

  Hushing(Transaction tx, Instant now) {
    this.now = now;
    maintenances = new Maintenances(tx);
    quiet = new QuietAlerts(tx);
    alerts = new Alerts(tx);
  }

  /** Whether somebody works on the service, as was planned. */
  boolean worked(@Nullable String service) {
    return service != null && !current(service).isEmpty();
  }

  /** They are kept alone: people know that it is worked on. */
  void keep(List<HeardAlert> fresh, String service) {
    alerts.taken(fresh, null);
    quiet.keep(fresh, service);
  }

  /**
   * What is quiet in a group, which is locked, waits for it where nobody works on its service any
   * more.
   */
  void wake(String key, int most) {
    for (QuietAlerts.Kept kept : quiet.of(key)) {
      var those = new ArrayList<>(maintenances.during(kept.service(), kept.since(), now));
      those.addAll(current(kept.service()));
      Spans.heard(those, kept.since(), now)
          .ifPresent(until -> quiet.wake(key, kept.service(), until, most));
    }
  }

  private List<Maintained> current(String service) {
    return maintenances.current(now).stream()
        .filter(one -> one.service().equalsIgnoreCase(service))
        .toList();
  }
}
