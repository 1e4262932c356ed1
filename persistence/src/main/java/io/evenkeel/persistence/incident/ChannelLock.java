package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Locks the row of the incident that has a channel. */
final class ChannelLock {
  /** Put together once: every command says it. */
  private static volatile @Nullable String lockIn;

  private ChannelLock() {}

  /** Empty, and nothing locked, also where that person may not see it. */
  static Optional<IncidentRecord> take(DSLContext sql, ChannelId channel, PersonId asSeenBy) {
    String text = lockIn;
    if (text == null) {
      text =
          sql.render(
              sql.selectFrom(INCIDENT)
                  .where(INCIDENT.NUMBER.eq(field(Incidents.ofChannel(channel))))
                  .and(Sight.visibleTo(asSeenBy))
                  .forNoKeyUpdate());
      lockIn = text;
    }
    // The channel comes first; all others are the person.
    var bound = new Field<?>[(int) text.chars().filter(c -> c == '?').count()];
    Arrays.fill(bound, val(asSeenBy, INCIDENT.DECLARED_BY));
    bound[0] = val(channel, SLACK_OBJECT.CHANNEL);
    return sql.resultQuery(text, (Object[]) bound).coerce(INCIDENT).fetchOptional();
  }
}
