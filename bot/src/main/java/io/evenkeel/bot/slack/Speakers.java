package io.evenkeel.bot.slack;

import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, and what words mean in this installation.
 *
 * @param zones the zone in which a person reads clocks
 * @param callUrl where calls are held, with {@code {incident}} in it; null where that is not known
 * @param phrases what texts begin with
 * @param advice on what is written into postmortems
 */
public record Speakers(
    Directory directory,
    Function<PersonId, ZoneId> zones,
    SeverityScale severities,
    Roles roles,
    @Nullable String callUrl,
    Phrases phrases,
    Advice advice) {

  Speaker of(Spoken spoken) {
    Person person =
        directory.byId(spoken.who()).orElseGet(() -> new Person(spoken.who(), spoken.name()));
    return new Speaker(
        person,
        spoken.now(),
        zones.apply(spoken.who()),
        directory,
        severities,
        roles,
        spoken.place(),
        callUrl);
  }
}
