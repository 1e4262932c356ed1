package io.evenkeel.bot.read;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.service.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Open incidents that the asker may see.
 *
 * @param byService under the names that the catalogue has
 */
record OpenOn(Map<String, List<Incident>> byService) {
  private static final int OPEN = 200;

  /** More are counted. */
  private static final int NAMED = 5;

  static OpenOn of(Transaction tx, Catalogue catalogue, PersonId asker) {
    var wanted = new Incidents.Wanted(true, false, null, null);
    return new OpenOn(
        new Incidents(tx)
            .wanted(wanted, asker, OPEN, 0).stream()
                .flatMap(incident ->
                    incident.services().stream()
                        .map(catalogue::named)
                        .distinct()
                        .map(name -> Map.entry(name, incident)))
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  boolean any(String service) {
    return byService.containsKey(service);
  }

  List<Incident> on(String service) {
    return byService.getOrDefault(service, List.of());
  }

  /** The first of them by number, with how bad each is. */
  String numbers(String service) {
    List<Incident> on = on(service);
    String some =
        on.stream()
            .limit(NAMED)
            .map(one -> one.number() + " " + one.severity())
            .collect(Collectors.joining(", "));
    return on.size() > NAMED ? some + " and " + (on.size() - NAMED) + " more" : some;
  }
}
