package io.evenkeel.bot.desk;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Episode;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Routed;
import io.evenkeel.alert.Signal;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.alert.Alerts;
import io.evenkeel.persistence.alert.StillFiring;
import io.evenkeel.persistence.inbox.Inbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what monitoring says. What it returns of stands in Postgres; what follows from it is done
 * right after, in transactions of its own, and by the next look for what is due where that fails:
 * so nobody who tells of thousands of alerts waits for the incident that they begin.
 */
public final class Alerting {
  private static final Logger log = LoggerFactory.getLogger(Alerting.class);

  private final Database database;
  private final House house;
  private final Runnable wake;

  /**
   * @param wake called after each commit that left something to be done in Slack
   */
  public Alerting(Database database, House house, Runnable wake) {
    this.database = database;
    this.house = house;
    this.wake = wake;
  }

  /**
   * Takes an arrival once, however often it comes. Alerts that no route wants are kept, too.
   *
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.NotRecorded nothing was changed
   * @throws io.evenkeel.persistence.InDoubt the commit was sent and its outcome is not known: to be
   *     settled by the same arrival again
   */
  public Heard take(Arrival arrival, Instant now) {
    var touched = new TreeSet<String>();
    Heard heard =
        database.command(tx -> {
          touched.clear();
          return record(tx, arrival, now, touched);
        });
    touched.forEach(key -> follow(key, now));
    return heard;
  }

  /** What waits is acted on later where it cannot be now: it stands in Postgres. */
  private void follow(String key, Instant now) {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more =
            database.query(Database.COMMAND_LIMIT, tx -> new Attending(tx, house, now).attend(key));
        wake.run();
      }
    } catch (Unavailable e) {
      log.warn("Alerts were taken and are acted on soon: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("Alerts were taken and could not be acted on; it is tried again", e);
    }
  }

  private Heard record(Transaction tx, Arrival arrival, Instant now, Set<String> touched) {
    var inbox = new Inbox(tx);
    var key = new InboxKey("alerts:" + arrival.key(), arrival.bodyHash());
    var repeat = inbox.claim(key.key(), key.bodyHash(), now);
    if (repeat.isPresent()) {
      new StillFiring(tx).heard(arrival, List.of(), now);
      return new Heard(true, 0);
    }
    List<Alerts.Row> rows = changed(tx, arrival, touched);
    new Alerts(tx).keep(arrival.source(), rows, now);
    new StillFiring(tx).heard(arrival, rows, now);
    inbox.answer(key.key(), Answer.unchanged(Prose.of(Integer.toString(rows.size()))));
    return new Heard(false, rows.size());
  }

  private List<Alerts.Row> changed(Transaction tx, Arrival arrival, Set<String> touched) {
    var alerts = new Alerts(tx);
    alerts.serialise(
        arrival.source(), Episode.exact(arrival.source()) ? arrival.group() : "in turn");
    Map<String, List<Episode>> known =
        new LinkedHashMap<>(
            alerts.known(
                arrival.source(),
                arrival.signals().stream().map(Signal::fingerprint).toList(),
                earliest(arrival)));
    var rows = new ArrayList<Alerts.Row>();
    for (Signal signal : arrival.signals()) {
      List<Episode> before = known.getOrDefault(signal.fingerprint(), List.of());
      List<Episode> after = Episode.after(before, arrival.source(), signal);
      String key = key(arrival, signal);
      if (!after.isEmpty() && key != null) {
        touched.add(key);
      }
      after.forEach(episode -> rows.add(new Alerts.Row(signal, episode, key)));
      known.put(signal.fingerprint(), merged(before, after));
    }
    return once(rows);
  }

  private @Nullable String key(Arrival arrival, Signal signal) {
    Routed routed =
        house
            .watched()
            .routes()
            .of(arrival.source(), arrival.group(), signal, house.watched().services());
    return routed.what() == Route.What.IGNORE ? null : routed.key();
  }

  private static List<Episode> merged(List<Episode> before, List<Episode> after) {
    var all = new ArrayList<>(after);
    before.stream()
        .filter(one -> after.stream().noneMatch(other -> other.startsAt().equals(one.startsAt())))
        .forEach(all::add);
    return all;
  }

  /** One statement keeps them all, and touches no row twice: the last word counts. */
  private static List<Alerts.Row> once(List<Alerts.Row> rows) {
    var last = new LinkedHashMap<List<Object>, Alerts.Row>();
    rows.forEach(
        row -> last.put(List.of(row.signal().fingerprint(), row.episode().startsAt()), row));
    return List.copyOf(last.values());
  }

  private static Instant earliest(Arrival arrival) {
    return arrival.signals().stream()
        .flatMap(signal -> Stream.of(signal.startsAt(), signal.endsAt()).filter(Objects::nonNull))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
