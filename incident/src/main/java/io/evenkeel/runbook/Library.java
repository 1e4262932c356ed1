package io.evenkeel.runbook;

import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runbooks of an installation.
 *
 * @param all in alphabetical order of their names
 * @param faults what could not be read, each in a sentence
 */
public record Library(List<Runbook> all, List<String> faults) {
  public static final Library NONE = new Library(List.of(), List.of());

  public Library {
    all = List.copyOf(all);
    faults = List.copyOf(faults);
  }

  /** The one of that name or title, however its letters are written. */
  public Optional<Runbook> find(String typed) {
    String wanted = typed.strip().replaceFirst("(?i)\\.md$", "");
    return Stream.concat(
            all.stream().filter(one -> one.name().equalsIgnoreCase(wanted)),
            all.stream().filter(one -> one.title().equalsIgnoreCase(wanted)))
        .findFirst();
  }

  /**
   * Those that help with these services and alerts: first what the services name, then what names
   * the services, then what names an alert or its labels.
   */
  public List<Runbook> helping(
      Collection<String> services, Catalogue catalogue, Collection<Use.Sign> signs) {
    var helping = new LinkedHashSet<Runbook>();
    services.forEach(service -> helping.addAll(of(service, catalogue)));
    for (Runbook one : all) {
      if (signs.stream().anyMatch(one.use()::fits)) {
        helping.add(one);
      }
    }
    return List.copyOf(helping);
  }

  /** Those of one service. */
  public List<Runbook> of(String service, Catalogue catalogue) {
    var own = new ArrayList<Runbook>();
    List<String> named = catalogue.find(service).map(Service::runbooks).orElse(List.of());
    named.forEach(name -> find(name).filter(one -> !own.contains(one)).ifPresent(own::add));
    all.stream()
        .filter(one -> one.use().of(service, catalogue) && !own.contains(one))
        .forEach(own::add);
    return own;
  }
}
