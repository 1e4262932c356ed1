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
 */
public record Objective(
    String service,
    String name,
    @Nullable String description,
    Target target,
    Window window,
    Indicator indicator,
    SortedMap<String, String> labels) {
  public Objective {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
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

  /** {@code api/availability}. */
  public String key() {
    return service + "/" + name;
  }
}
