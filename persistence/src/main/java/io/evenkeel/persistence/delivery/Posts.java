package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which messages in Slack show which entries: what an effect posted is known by its key. */
public final class Posts {
  private final DSLContext sql;

  public Posts(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** The first message that a subscriber got about that incident: the others are in its thread. */
  public Optional<SlackObject> firstBrief(IncidentNumber incident, PersonId person) {
    return posts(incident, Effect.Place.SUBSCRIBERS, Effect.Kind.BRIEF)
        .and(to(person))
        .orderBy(EFFECT.SEQ)
        .limit(1)
        .fetchOptional(row -> new SlackObject(row.value1(), row.value2()));
  }

  /**
   * The message about a page that stands.
   *
   * @param call whose direct message; 0 for the line in the channel
   */
  public Optional<SlackObject> ofPage(IncidentNumber incident, int page, int call) {
    Effect.Place place = call == 0 ? Effect.Place.CHANNEL : Effect.Place.PAGES;
    Effect.Kind kind = call == 0 ? Effect.Kind.POST_PAGE : Effect.Kind.CALL;
    return posts(incident, place, kind)
        .and(number("page").eq(page))
        .and(call == 0 ? DSL.noCondition() : number("call").eq(call))
        .orderBy(EFFECT.SEQ)
        .limit(1)
        .fetchOptional(row -> new SlackObject(row.value1(), row.value2()));
  }

  /** The posts in the channel that mention whoever that page waits for, oldest first. */
  public List<SlackObject> mentions(IncidentNumber incident, int page) {
    return posts(incident, Effect.Place.CHANNEL, Effect.Kind.MENTION_PAGED)
        .and(number("page").eq(page))
        .orderBy(EFFECT.SEQ)
        .fetch(row -> new SlackObject(row.value1(), row.value2()));
  }

  private SelectConditionStep<Record2<ChannelId, String>> posts(
      IncidentNumber incident, Effect.Place place, Effect.Kind kind) {
    return sql.select(SLACK_OBJECT.CHANNEL, SLACK_OBJECT.ID)
        .from(EFFECT)
        .join(SLACK_OBJECT)
        .on(SLACK_OBJECT.INCIDENT.eq(incident))
        .and(SLACK_OBJECT.PURPOSE.eq(DSL.concat(DSL.inline("post:"), EFFECT.KEY)))
        .where(EFFECT.STREAM.eq(StreamId.of(incident, place)))
        .and(EFFECT.KIND.eq(kind.word()));
  }

  /**
   * A message that shows the entries {@code first} to {@code last}.
   *
   * @param reader the subscriber who got it; null for a post in a channel
   */
  public record Showing(int first, int last, @Nullable PersonId reader, SlackObject message) {}

  /** The messages that effects of that kind have made and that show that entry, oldest first. */
  public List<Showing> showing(
      IncidentNumber incident, Effect.Place place, Effect.Kind kind, int seq) {
    Field<Integer> first = number("first");
    Field<Integer> last = number("last");
    Field<String> person = DSL.field("{0} ->> 'person'", String.class, EFFECT.PAYLOAD);
    return sql.select(first, last, person, SLACK_OBJECT.CHANNEL, SLACK_OBJECT.ID)
        .from(EFFECT)
        .join(SLACK_OBJECT)
        .on(SLACK_OBJECT.INCIDENT.eq(incident))
        .and(SLACK_OBJECT.PURPOSE.eq(DSL.concat(DSL.inline("post:"), EFFECT.KEY)))
        .where(EFFECT.STREAM.eq(StreamId.of(incident, place)))
        .and(EFFECT.KIND.eq(kind.word()))
        .and(first.le(seq))
        .and(last.ge(seq))
        .orderBy(EFFECT.SEQ)
        .fetch(row ->
            new Showing(
                row.value1(),
                row.value2(),
                row.value3() == null ? null : new PersonId(row.value3()),
                new SlackObject(row.value4(), row.value5())));
  }

  private static Field<Integer> number(String name) {
    return DSL.field("({0} ->> {1})::integer", Integer.class, EFFECT.PAYLOAD, DSL.inline(name));
  }

  private static Condition to(PersonId person) {
    return DSL.field("{0} ->> 'person'", String.class, EFFECT.PAYLOAD).eq(person.value());
  }
}
