package io.evenkeel.persistence.incident;

import static java.util.stream.Collectors.joining;

import io.evenkeel.incident.Status;
import java.util.Arrays;
import java.util.List;

/**
 * The statuses of open incidents. They are spelled out in each statement: only so does Postgres use
 * the index on open incidents.
 */
public final class OpenStatuses {
  static final List<Status> ALL = Arrays.stream(Status.values()).filter(Status::open).toList();

  /** For SQL that is text: {@code ('investigating', …)}. */
  public static final String SQL =
      ALL.stream().map(status -> "'" + status.word() + "'").collect(joining(", ", "(", ")"));

  private OpenStatuses() {}
}
