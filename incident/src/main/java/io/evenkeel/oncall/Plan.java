package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who would be on call on a layer if nobody stood in: turns, a list, or a calendar kept elsewhere.
 */
public sealed interface Plan permits Rotation, Listed, Subscribed {

  /** What is planned for that instant, and for how long; nothing before a plan begins. */
  Span<Turn> at(Instant now, ZoneId zone);

  List<Turn> turns();

  /** Everybody whom it names. */
  default Set<Participant> people() {
    return turns().stream()
        .map(Turn::who)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toUnmodifiableSet());
  }
}
