package io.evenkeel.reminder;

import io.evenkeel.incident.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long what may take in incidents of one severity. Null: nobody is reminded of it.
 *
 * @param update from one update to the next, unless another time was promised
 * @param firstUpdate from the declaration to the first update; null for {@code update}
 * @param commander until somebody has confirmed that they command
 * @param roles until every role of {@code needed} is held
 * @param monitoring from the move to monitoring until it is asked whether it is over
 * @param stale from the last word of a person until it is asked whether it goes on
 * @param postmortem from the end until the postmortem is due
 */
public record Cadence(
    @Nullable Duration update,
    @Nullable Duration firstUpdate,
    @Nullable Duration commander,
    @Nullable Duration roles,
    List<Role> needed,
    @Nullable Duration monitoring,
    @Nullable Duration stale,
    @Nullable Days postmortem,
    boolean urgent) {

  /** Of which nobody is reminded of anything. */
  public static final Cadence NONE =
      new Cadence(null, null, null, null, List.of(), null, null, null, false);

  /**
   * @param working only Monday to Friday count
   */
  public record Days(int count, boolean working) {}

  public Cadence {
    needed = List.copyOf(needed);
  }
}
