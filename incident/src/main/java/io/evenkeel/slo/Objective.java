package io.evenkeel.slo;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of a service.
 *
 * @param service as the catalogue has it
 * @param name the same for one service only once
 * @param description for people; null when nobody wrote one
 * @param labels what its team wrote beside it; its alerts have them, for routing
 * @param quietBelow its alerts in Prometheus are quiet while fewer events than that were counted in
 *     their long time; 0 where they never are
 */
public record Objective(
    String service,
    String name,
    @Nullable String description,
    Target target,
    Window window,
    Indicator indicator,
    SortedMap<String, String> labels,
    int quietBelow) {
  public Objective {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Whose alerts are never quiet for want of events. */
  public Objective(
      String service,
      String name,
      @Nullable String description,
      Target target,
      Window window,
      Indicator indicator,
      SortedMap<String, String> labels) {
    this(service, name, description, target, window, indicator, labels, 0);
  }

  /** Without labels. */
  public Objective(
      String service,
      String name,
      @Nullable String description,
      Target target,
      Window window,
      Indicator indicator) {
    this(service, name, description, target, window, indicator, new TreeMap<>());
  }

  /** The same of the service under that name. */
  public Objective of(String named) {
    return new Objective(named, name, description, target, window, indicator, labels, quietBelow);
  }

  /** The same, with alerts that are quiet while there are fewer events than that. */
  public Objective quietBelow(int events) {
    return new Objective(service, name, description, target, window, indicator, labels, events);
  }

  /** {@code api/availability}. */
  public String key() {
    return service + "/" + name;
  }
}
