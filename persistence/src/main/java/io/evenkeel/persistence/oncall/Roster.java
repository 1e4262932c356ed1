package io.evenkeel.persistence.oncall;

import static io.evenkeel.persistence.generated.Tables.PERSON;
import static org.jooq.impl.DSL.lower;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Shift;
import io.evenkeel.persistence.generated.tables.records.PersonRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/**
 * Who the names of schedules are: user names first, then what people call themselves, as calendars
 * kept elsewhere write them. A name that several go by is nobody's.
 */
final class Roster {
  private final List<PersonRecord> rows;

  /** Reads those people alone. */
  Roster(DSLContext sql, Collection<Shift> shifts) {
    List<String> names =
        shifts.stream()
            .map(Shift::who)
            .filter(Objects::nonNull)
            .map(Participant::name)
            .distinct()
            .toList();
    rows =
        names.isEmpty()
            ? List.of()
            : sql.selectFrom(PERSON)
                .where(PERSON.BOT.isFalse())
                .and(
                    lower(PERSON.NAME)
                        .in(names)
                        .or(lower(PERSON.DISPLAY_NAME).in(names))
                        .or(lower(PERSON.REAL_NAME).in(names)))
                .fetch();
  }

  OnDuty of(Shift shift) {
    Participant who = shift.who();
    if (who == null) {
      return new OnDuty(shift, null, Directory.Standing.HERE);
    }
    Optional<PersonRecord> active = find(who, PersonRecord::getActive);
    if (active.isPresent()) {
      PersonRecord row = active.get();
      return new OnDuty(shift, new Person(row.getId(), row.getName()), Directory.Standing.HERE);
    }
    boolean left = find(who, _ -> true).isPresent();
    return new OnDuty(shift, null, left ? Directory.Standing.LEFT : Directory.Standing.UNKNOWN);
  }

  private Optional<PersonRecord> find(Participant who, Predicate<PersonRecord> wanted) {
    List<PersonRecord> found = rows.stream().filter(wanted).toList();
    return only(found, row -> called(row.getName(), who))
        .or(() ->
            only(
                found, row -> called(row.getDisplayName(), who) || called(row.getRealName(), who)));
  }

  private static Optional<PersonRecord> only(
      List<PersonRecord> rows, Predicate<PersonRecord> wanted) {
    List<PersonRecord> found = rows.stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean called(String name, Participant who) {
    return name.toLowerCase(Locale.ROOT).equals(who.name());
  }
}
