package io.evenkeel.grammar;

import io.evenkeel.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/** What is to become of a group of alerts, {@code A-12}. */
public sealed interface AlertOrder {
  int group();

  /** An incident is to begin because of them. */
  record Declare(int group) implements AlertOrder {}

  /**
   * They belong to an incident that is there.
   *
   * @param incident null for the one of the place
   */
  record Attach(int group, @Nullable IncidentNumber incident) implements AlertOrder {}

  /**
   * Nobody has to hear of them any more.
   *
   * @param reason null when none was given
   */
  record Dismiss(int group, @Nullable String reason) implements AlertOrder {}
}
