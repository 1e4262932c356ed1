package io.evenkeel.persistence.alert;

import static io.evenkeel.persistence.generated.Tables.ALERT;

import io.evenkeel.alert.Episode;
import io.evenkeel.alert.Signal;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import io.evenkeel.persistence.generated.tables.records.AlertRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Every alert, one row from when it began to fire until it ended. Times are UTC. */
public final class Alerts {
  /** Any number that no other advisory lock's class uses: "alrt" in ASCII. */
  private static final int LOCKS = 0x616c7274;

  /**
   * In an order that is the same for everybody, so that none waits for whoever waits for it. Two
   * who tell of the same episode at the same moment end with the same row.
   */
  private static final String KEEP =
      """
      insert into alert (source, fingerprint, starts_at, ends_at, state, over, taken, told_at, name,
        summary, labels, annotations, link, group_key, received_at)
      select ?, a.fingerprint, a.starts_at::timestamptz, a.ends_at::timestamptz, a.state,
        a.state = 'resolved', case when a.group_key is null then a.state = 'resolved' end,
        a.told_at::timestamptz, a.name, a.summary, a.labels::jsonb, a.annotations::jsonb, a.link,
        a.group_key, ?
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[])
        as a (fingerprint, starts_at, ends_at, state, told_at, name, summary, labels, annotations,
          link, group_key)
      order by a.fingerprint, a.starts_at::timestamptz
      on conflict (source, fingerprint, starts_at) do update set
        state = case when alert.over then alert.state else excluded.state end,
        over = alert.over or excluded.over,
        taken = case when alert.group_key is null then alert.over or excluded.over
          else alert.taken end,
        received_at = case when excluded.over and not alert.over then excluded.received_at
          else alert.received_at end,
        heard_at = excluded.received_at,
        ends_at = coalesce(alert.ends_at, excluded.ends_at),
        told_at = greatest(alert.told_at, excluded.told_at)\
      """;

  /** A group has not taken account of it yet. */
  static final String WAITING = "group_key is not null and taken is distinct from over";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Transaction tx;
  private final DSLContext sql;

  public Alerts(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /** Lets only one transaction at a time take what that source tells of that, until it ends. */
  public void serialise(String source, String what) {
    sql.fetch("select pg_advisory_xact_lock(?, hashtext(?))", LOCKS, source + " " + what);
  }

  /**
   * What is known of these alerts as far as it matters for a word about what happened then or
   * later: by fingerprint.
   */
  public Map<String, List<Episode>> known(
      String source, Collection<String> fingerprints, Instant since) {
    return sql.select(ALERT.FINGERPRINT, ALERT.STARTS_AT, ALERT.ENDS_AT, ALERT.STATE, ALERT.TOLD_AT)
        .from(ALERT)
        .where(ALERT.SOURCE.eq(source))
        .and(ALERT.FINGERPRINT.eq(DSL.any(fingerprints.toArray(String[]::new))))
        .and(ALERT.OVER.isFalse().or(ALERT.STARTS_AT.ge(since)).or(ALERT.TOLD_AT.ge(since)))
        .fetchGroups(
            ALERT.FINGERPRINT,
            row -> new Episode(row.value2(), row.value3(), state(row.value4()), row.value5()));
  }

  /**
   * An episode to be kept.
   *
   * @param signal what its name and labels are read from, where it is new
   * @param key of its group; null to keep it alone
   */
  public record Row(Signal signal, Episode episode, @Nullable String key) {}

  /** Keeps them, in the place of what began at the same moment. */
  public void keep(String source, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    var statement = new Written(tx, KEEP).text(source).time(now);
    statement.texts(rows.stream().map(row -> row.signal().fingerprint()).toList());
    statement.texts(rows.stream().map(row -> row.episode().startsAt().toString()).toList());
    statement.texts(column(rows, row -> written(row.episode().endsAt())));
    statement.texts(rows.stream().map(row -> row.episode().state().word()).toList());
    statement.texts(rows.stream().map(row -> row.episode().toldAt().toString()).toList());
    statement.texts(rows.stream().map(row -> row.signal().name()).toList());
    statement.texts(column(rows, row -> row.signal().summary()));
    statement.texts(rows.stream().map(row -> json(row.signal().labels())).toList());
    statement.texts(rows.stream().map(row -> json(row.signal().annotations())).toList());
    statement.texts(column(rows, row -> row.signal().link()));
    statement.texts(column(rows, Row::key));
    statement.run();
  }

  private static List<@Nullable String> column(
      List<Row> rows, Function<Row, @Nullable String> value) {
    var column = new ArrayList<@Nullable String>();
    rows.forEach(row -> column.add(value.apply(row)));
    return column;
  }

  private static @Nullable String written(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static String json(Map<String, String> texts) {
    return JSON.writeValueAsString(texts);
  }

  /**
   * What a group has not taken account of yet, locked by this transaction.
   *
   * @return at most so many, what began first first
   */
  public List<HeardAlert> waiting(String key, int most) {
    return sql
        .selectFrom(ALERT)
        .where(WAITING)
        .and(ALERT.GROUP_KEY.eq(key))
        .orderBy(ALERT.FINGERPRINT, ALERT.STARTS_AT)
        .limit(most)
        .forUpdate()
        .fetch(Alerts::read)
        .stream()
        .sorted(Comparator.comparing(alert -> alert.signal().startsAt()))
        .toList();
  }

  /**
   * The group has taken account of them; those that belong to none yet belong to it from now on.
   */
  public void taken(Collection<HeardAlert> alerts, @Nullable Integer group) {
    sql.update(ALERT)
        .set(ALERT.TAKEN, ALERT.OVER)
        .set(ALERT.IN_GROUP, DSL.coalesce(ALERT.IN_GROUP, DSL.val(group, ALERT.IN_GROUP)))
        .where(ALERT.ID.eq(DSL.any(alerts.stream().map(HeardAlert::id).toArray(Long[]::new))))
        .execute();
  }

  /** The first alerts of a group, what began first first. */
  public List<HeardAlert> of(int group, int most) {
    return sql.selectFrom(ALERT)
        .where(ALERT.IN_GROUP.eq(group))
        .orderBy(ALERT.STARTS_AT, ALERT.ID)
        .limit(most)
        .fetch(Alerts::read);
  }

  private static HeardAlert read(AlertRecord row) {
    return new HeardAlert(
        row.getId(),
        row.getSource(),
        new Signal(
            row.getFingerprint(),
            state(row.getState()),
            row.getName(),
            row.getSummary(),
            Texts.read(row.getLabels()),
            Texts.read(row.getAnnotations()),
            row.getStartsAt(),
            row.getEndsAt(),
            row.getLink()),
        row.getInGroup(),
        row.getTaken(),
        row.getQuietUntil());
  }

  private static Signal.State state(String word) {
    return Signal.State.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
