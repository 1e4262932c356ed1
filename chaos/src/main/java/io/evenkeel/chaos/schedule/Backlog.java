package io.evenkeel.chaos.schedule;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How old the oldest effect is, looked at every second. An effect that only repeats an edit later
 * is left out until it is due.
 */
final class Backlog implements AutoCloseable {
  /**
   * Per stream with something to do: since when its oldest effect waits, and since when nothing has
   * moved in it although it waited for no limit of Slack's and its channel is there.
   */
  private static final String AGES =
      """
      with open as (
        select e.stream, count(*) as pending, min(e.recorded_at) as oldest
        from effect e
        where e.state in ('READY', 'SENDING', 'UNKNOWN')
          and not (coalesce(e.result ? 'once-more', false) and e.due_at > clock_timestamp())
        group by e.stream),
      moved as (
        select o.stream, max(e.last_sent_at) as at
        from open o join effect e on e.stream = o.stream and e.state = 'DONE'
        group by o.stream),
      aged as (
        select o.stream, o.pending, extract(epoch from clock_timestamp() - o.oldest) as age,
          case when s.waits_for is null and s.due_at < 'infinity'
            then extract(epoch from clock_timestamp() - greatest(o.oldest, m.at)) else 0 end as stuck
        from open o join effect_stream s on s.id = o.stream
          left join moved m on m.stream = o.stream)
      select coalesce(sum(pending), 0), coalesce(max(age), 0), coalesce(max(stuck), 0),
        (select a.stream || ' #' || e.seq || ' ' || e.kind || ' ' || e.state || ', tried '
            || e.attempts || ' times: ' || coalesce(e.reason, 'nothing said') || ', due '
            || (s.due_at - clock_timestamp())::text || ', leased '
            || (s.lease_until - clock_timestamp())::text || ', epoch ' || s.epoch
          from aged a join effect e on e.stream = a.stream join effect_stream s on s.id = a.stream
          where e.state in ('READY', 'SENDING', 'UNKNOWN')
          order by a.stuck desc, e.seq limit 1)
      from aged
      """;

  private final String url;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Thread thread;
  private volatile Sample now = new Sample(0, Duration.ZERO, Duration.ZERO, "");
  private volatile Sample worst = now;

  /**
   * @param pending effects still to be done
   * @param oldest since the oldest of them was recorded
   * @param stuck the longest that a stream stood still without waiting for Slack's limits
   * @param which the effect at the head of that stream, with what was last said of it
   */
  record Sample(int pending, Duration oldest, Duration stuck, String which) {
    private Sample worst(Sample other) {
      return new Sample(
          Math.max(pending, other.pending),
          longer(oldest, other.oldest),
          longer(stuck, other.stuck),
          other.stuck.compareTo(stuck) > 0 ? other.which : which);
    }

    private static Duration longer(Duration one, Duration other) {
      return one.compareTo(other) > 0 ? one : other;
    }
  }

  Backlog(String url) {
    this.url = url;
    thread = Thread.ofVirtual().start(this::watch);
  }

  Sample now() {
    return now;
  }

  /** The greatest of each, whenever it was. */
  Sample worst() {
    return worst;
  }

  /** What was before does not count. */
  void forget() {
    worst = now;
  }

  private void watch() {
    while (!closing.get()) {
      sample();
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** While Postgres is away nothing is known, and nothing is counted. */
  private void sample() {
    try (var connection = DriverManager.getConnection(url);
        var sql = connection.createStatement();
        var rows = sql.executeQuery(AGES)) {
      rows.next();
      String which = rows.getString(4);
      now =
          new Sample(
              rows.getInt(1),
              seconds(rows.getDouble(2)),
              seconds(rows.getDouble(3)),
              which == null ? "" : which);
      worst = worst.worst(now);
    } catch (SQLException e) {
      now = new Sample(-1, now.oldest(), now.stuck(), now.which());
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
  }

  @Override
  public void close() {
    closing.set(true);
    LockSupport.unpark(thread);
  }
}
