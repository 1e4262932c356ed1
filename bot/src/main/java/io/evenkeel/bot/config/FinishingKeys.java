package io.evenkeel.bot.config;

import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.HashMap;
import java.util.Map;

/**
 * The part {@code finishing:} of the file: of which incidents somebody is to finish the postmortem.
 *
 * <pre>
 * finishing:
 *   owner: [SEV-1, SEV-2]
 *   offer: [SEV-3]
 *   due_days: 5
 * </pre>
 */
final class FinishingKeys {
  private FinishingKeys() {}

  static Finishing read(YamlKey key, SeverityScale severities) {
    key.only("owner", "offer", "due_days");
    var standard = Finishing.STANDARD;
    Map<Severity, Finishing.Asks> asks = new HashMap<>();
    named(key.at("offer"), severities, Finishing.Asks.OFFER, asks);
    named(key.at("owner"), severities, Finishing.Asks.OWNER, asks);
    boolean said = key.at("owner").present() || key.at("offer").present();
    return new Finishing(
        said ? asks : standard.bySeverity(),
        key.at("due_days").number(1, 365).orElse(standard.days()));
  }

  private static void named(
      YamlKey key,
      SeverityScale severities,
      Finishing.Asks asks,
      Map<Severity, Finishing.Asks> all) {
    for (String name : key.texts()) {
      var severity = severities.find(name);
      if (severity.isEmpty()) {
        key.fault("names \"" + name + "\"", "Write the name of one of the severities");
      }
      severity.ifPresent(known -> all.put(known, asks));
    }
  }
}
