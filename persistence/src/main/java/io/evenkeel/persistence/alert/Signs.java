package io.evenkeel.persistence.alert;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.runbook.Use;
import java.util.List;

/** What the alerts of an incident tell of which runbook helps. */
public final class Signs {
  /** A storm says the same again and again: the first of each group are enough. */
  private static final int GROUPS = 20;

  private static final int ALERTS = 20;

  private Signs() {}

  /** Each name with its labels once, what began first first. */
  public static List<Use.Sign> of(Transaction tx, IncidentNumber incident) {
    var alerts = new Alerts(tx);
    return new AlertGroups(tx)
        .of(incident).stream()
            .limit(GROUPS)
            .flatMap(group -> alerts.of(group.number(), ALERTS).stream())
            .map(HeardAlert::signal)
            .map(signal -> new Use.Sign(signal.name(), signal.labels()))
            .distinct()
            .toList();
  }
}
