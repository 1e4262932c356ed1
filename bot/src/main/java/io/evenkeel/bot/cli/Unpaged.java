package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.incident.Status;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Happening;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For which severities no rule pages anybody once an incident is declared. */
record Unpaged(Installation house) {

  /**
   * @param service null for none
   * @return in the order of the scale
   */
  List<String> of(Collection<String> severities, @Nullable String service) {
    return house.severities().levels().stream()
        .map(level -> level.severity().name())
        .filter(severities::contains)
        .filter(severity -> !paged(severity, service))
        .toList();
  }

  private boolean paged(String severity, @Nullable String service) {
    var declared =
        new Happening(
            Trigger.DECLARED,
            severity,
            Status.INVESTIGATING.word(),
            service == null ? List.of() : List.of(service),
            Nature.REAL,
            null);
    return house.rules().of(List.of(declared)).stream()
        .anyMatch(deed -> deed instanceof Deed.Page page && found(page.whom(), severity));
  }

  private boolean found(String whom, String severity) {
    var policies = house.paging().policies();
    return whom.startsWith("@")
        || policies.find(whom).isPresent()
        || house.oncall().find(whom).isPresent()
        || (whom.equals(Rules.COMMANDER) && policies.of(severity).isPresent());
  }
}
