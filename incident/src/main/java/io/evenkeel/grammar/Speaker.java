package io.evenkeel.grammar;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, when, and what words mean here.
 *
 * @param now UTC at microseconds
 * @param zone the zone in which the person reads clocks: {@code --detected 14:30} is theirs
 * @param place the channel in which they speak, which {@code --here} means; null where there is
 *     none
 * @param callUrl where calls are held here, with {@code {incident}} for the number; null where that
 *     is not known
 */
public record Speaker(
    Person person,
    Instant now,
    ZoneId zone,
    Directory directory,
    SeverityScale severities,
    Roles roles,
    @Nullable ChannelId place,
    @Nullable String callUrl) {

  /** Somebody who speaks in no channel, where no place for calls is known. */
  public Speaker(
      Person person,
      Instant now,
      ZoneId zone,
      Directory directory,
      SeverityScale severities,
      Roles roles) {
    this(person, now, zone, directory, severities, roles, null, null);
  }
}
