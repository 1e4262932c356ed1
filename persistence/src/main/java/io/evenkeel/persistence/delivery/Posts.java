package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which messages in Slack show which entries: what an effect posted is known by its key. */
public final class Posts {
  private final DSLContext sql;

  public Posts(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** The first message that a subscriber got about that incident: the others are in its thread. */
  public Optional<SlackObject> firstBrief(IncidentNumber incident, PersonId person) {
    return sql.select(SLACK_OBJECT.CHANNEL, SLACK_OBJECT.ID)
        .from(EFFECT)
        .join(SLACK_OBJECT)
        .on(SLACK_OBJECT.INCIDENT.eq(incident))
        .and(SLACK_OBJECT.PURPOSE.eq(DSL.concat(DSL.inline("post:"), EFFECT.KEY)))
        .where(EFFECT.STREAM.eq(StreamId.of(incident, Effect.Place.SUBSCRIBERS)))
        .and(EFFECT.KIND.eq(Effect.Kind.BRIEF.word()))
        .and(to(person))
        .orderBy(EFFECT.SEQ)
        .limit(1)
        .fetchOptional(row -> new SlackObject(row.value1(), row.value2()));
  }

  private static Condition to(PersonId person) {
    return DSL.field("{0} ->> 'person'", String.class, EFFECT.PAYLOAD).eq(person.value());
  }
}
