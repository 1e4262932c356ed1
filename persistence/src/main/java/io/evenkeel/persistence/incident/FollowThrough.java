package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.ACTION_ITEM;
import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Settled;
import io.evenkeel.persistence.Transaction;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Action items across incidents, as far as somebody may see the incidents. */
public final class FollowThrough {
  private final DSLContext sql;

  public FollowThrough(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * @param title of its incident; a drill's says so
   */
  public record Item(IncidentNumber incident, String title, ActionItem item) {}

  /**
   * The open ones first, those that are due first before all others.
   *
   * @param mine only those that the reader owns
   * @param open only those that are open
   */
  public List<Item> of(boolean mine, boolean open, PersonId reader, int limit, int offset) {
    Condition wanted = Sight.visibleTo(reader);
    wanted = mine ? wanted.and(ACTION_ITEM.OWNER.eq(reader)) : wanted;
    wanted = open ? wanted.and(ACTION_ITEM.CLOSED_AT.isNull()) : wanted;
    return read(wanted, limit, offset);
  }

  /** Open ones of incidents on one of these services, in any letter case. */
  public List<Item> onServices(List<String> services, PersonId reader, int limit) {
    String[] names =
        services.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    Condition same =
        condition("lower({0}::text)::text[] && {1}::text[]", INCIDENT.SERVICES, val(names));
    return read(Sight.visibleTo(reader).and(ACTION_ITEM.CLOSED_AT.isNull()).and(same), limit, 0);
  }

  private List<Item> read(Condition wanted, int limit, int offset) {
    return sql.select(ACTION_ITEM.asterisk(), INCIDENT.TITLE, INCIDENT.MODE)
        .from(ACTION_ITEM)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(ACTION_ITEM.INCIDENT))
        .where(wanted)
        .orderBy(
            ACTION_ITEM.CLOSED_AT.isNotNull(),
            ACTION_ITEM.DUE_ON.asc().nullsLast(),
            ACTION_ITEM.INCIDENT.desc(),
            ACTION_ITEM.NUMBER)
        .limit(limit)
        .offset(offset)
        .fetch(FollowThrough::item);
  }

  private static Item item(Record row) {
    String title = row.get(INCIDENT.TITLE);
    return new Item(
        row.get(ACTION_ITEM.INCIDENT),
        row.get(INCIDENT.MODE) == Mode.DRILL ? "DRILL: " + title : title,
        new ActionItem(
            row.get(ACTION_ITEM.NUMBER),
            person(row.get(ACTION_ITEM.OWNER), row.get(ACTION_ITEM.OWNER_NAME)),
            row.get(ACTION_ITEM.TEXT),
            row.get(ACTION_ITEM.DUE_ON),
            kind(row.get(ACTION_ITEM.KIND)),
            new Person(row.get(ACTION_ITEM.RECORDED_BY), row.get(ACTION_ITEM.RECORDED_BY_NAME)),
            row.get(ACTION_ITEM.RECORDED_AT),
            closed(row),
            row.get(ACTION_ITEM.CLOSED_LINK)));
  }

  private static @Nullable ActionClass kind(@Nullable String word) {
    return word == null ? null : ActionClass.find(word).orElse(null);
  }

  private static @Nullable Settled closed(Record row) {
    Person by = person(row.get(ACTION_ITEM.CLOSED_BY), row.get(ACTION_ITEM.CLOSED_BY_NAME));
    var at = row.get(ACTION_ITEM.CLOSED_AT);
    return by == null || at == null ? null : new Settled(by, at);
  }

  private static @Nullable Person person(@Nullable PersonId id, @Nullable String name) {
    return id == null || name == null ? null : new Person(id, name);
  }
}
