package io.evenkeel.slo;

import org.jspecify.annotations.Nullable;

/**
 * What is promised of a service.
 *
 * @param service as the catalogue has it
 * @param name the same for one service only once
 * @param description for people; null when nobody wrote one
 */
public record Objective(
    String service,
    String name,
    @Nullable String description,
    Target target,
    Window window,
    Indicator indicator) {

  /** {@code api/availability}. */
  public String key() {
    return service + "/" + name;
  }
}
