package io.evenkeel.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What services lack, the worst tier first.
 *
 * @param looked how many services were looked at
 * @param findings those that lack something
 */
public record Readiness(int looked, List<Finding> findings) {

  /** A service with everything that it lacks. */
  public record Finding(Service service, List<Lack> lacks) {
    public Finding {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * What is known besides the catalogue.
   *
   * @param guided whether a runbook is for that service
   * @param lost whether a runbook of that name is missing
   * @param measured whether an objective is set for that service
   */
  public record Known(
      Predicate<Service> guided, Predicate<String> lost, Predicate<Service> measured) {}

  public Readiness {
    findings = List.copyOf(findings);
  }

  /**
   * @param today in UTC, whose quarters begin in January, April, July and October
   */
  public static Readiness of(Catalogue catalogue, Known known, LocalDate today) {
    var findings = new ArrayList<Finding>();
    for (Service service : catalogue.all()) {
      List<Lack> lacks = lacks(service, known, today);
      if (!lacks.isEmpty()) {
        findings.add(new Finding(service, lacks));
      }
    }
    findings.sort(Comparator.comparingInt(found -> order(found.service())));
    return new Readiness(catalogue.all().size(), findings);
  }

  private static int order(Service service) {
    return service.tier() == Service.UNSAID ? Integer.MAX_VALUE : service.tier();
  }

  private static List<Lack> lacks(Service service, Known known, LocalDate today) {
    var lacks = new ArrayList<Lack>();
    if (service.owner() == null) {
      lacks.add(Lack.OWNER);
    }
    if (service.policy() == null) {
      lacks.add(Lack.POLICY);
    }
    if (service.runbooks().stream().anyMatch(known.lost())) {
      lacks.add(Lack.LOST_RUNBOOK);
    } else if (!known.guided().test(service)) {
      lacks.add(Lack.RUNBOOK);
    }
    if (service.objectives().isEmpty() && !known.measured().test(service)) {
      lacks.add(Lack.SLO);
    }
    if (!tested(service, today)) {
      lacks.add(Lack.UNTESTED);
    }
    return lacks;
  }

  /** Bringing it back was tried in that day's quarter. */
  public static boolean tested(Service service, LocalDate today) {
    LocalDate tested = service.tested();
    return tested != null && !tested.isBefore(quarter(today));
  }

  /** The first day of that day's quarter. */
  static LocalDate quarter(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }
}
