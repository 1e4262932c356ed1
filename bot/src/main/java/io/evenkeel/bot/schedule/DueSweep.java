package io.evenkeel.bot.schedule;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.alert.AlertDues;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.Dues;
import io.evenkeel.persistence.oncall.ShiftChanges;
import io.evenkeel.persistence.slo.Breaches;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.reminder.Cadences;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due, and has each of it acted on once, however many replicas look and however
 * often they are restarted: what is due is derived from the incidents' own rows.
 */
public final class DueSweep {
  private static final Logger log = LoggerFactory.getLogger(DueSweep.class);

  /** Of each kind and look; the next look takes the rest. */
  private static final int MOST = 100;

  /** How often it is looked for what is due to the day. */
  private static final Duration UNHURRIED = Duration.ofMinutes(1);

  /** One thing that fails holds up nothing else; when so many do, it is not the things. */
  private static final int ENOUGH = 3;

  private final Database database;
  private final Desk desk;
  private final Duration archiveAfter;
  private final Schedules oncall;
  private final @Nullable FeedRound calendars;
  private final Cadences cadences;
  private final Forgetting forgetting;
  private final @Nullable BudgetRound budgets;

  private final Rarely unhurried = new Rarely(UNHURRIED);

  private final List<Consumer<Instant>> beside = new CopyOnWriteArrayList<>();

  /** What failed at the last look, for the log alone. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param archiveAfter so long after an incident was closed its channel is archived
   */
  public DueSweep(Database database, Desk desk, Duration archiveAfter) {
    this(database, desk, archiveAfter, Schedules.NONE, null);
  }

  /** With the standard times of reminders. */
  public DueSweep(
      Database database,
      Desk desk,
      Duration archiveAfter,
      Schedules oncall,
      @Nullable FeedRound calendars) {
    this(database, desk, archiveAfter, Cadences.STANDARD, oncall, calendars);
  }

  /**
   * The same that also tells of changes of shifts and has calendars read.
   *
   * @param cadences when to remind of what
   * @param calendars null where none is read
   */
  public DueSweep(
      Database database,
      Desk desk,
      Duration archiveAfter,
      Cadences cadences,
      Schedules oncall,
      @Nullable FeedRound calendars) {
    this(
        database,
        desk,
        archiveAfter,
        cadences,
        oncall,
        calendars,
        new Forgetting(database, null, null, null, null),
        null);
  }

  /**
   * The same that also takes away what is old, and has objectives measured.
   *
   * @param budgets null where nothing is measured
   */
  public DueSweep(
      Database database,
      Desk desk,
      Duration archiveAfter,
      Cadences cadences,
      Schedules oncall,
      @Nullable FeedRound calendars,
      Forgetting forgetting,
      @Nullable BudgetRound budgets) {
    this.budgets = budgets;
    this.forgetting = forgetting;
    this.oncall = oncall;
    this.calendars = calendars;
    this.database = database;
    this.desk = desk;
    this.archiveAfter = archiveAfter;
    this.cadences = cadences;
  }

  /**
   * Begins something else at each look, which returns at once.
   *
   * @param round given the time of the look, UTC at microseconds
   */
  public void beside(Consumer<Instant> round) {
    beside.add(round);
  }

  /**
   * One look, and what follows from it. An interrupted thread leaves the rest to the next look.
   *
   * @param now UTC
   * @return how many things were acted on
   * @throws Unavailable while Postgres is away: the next look finds the rest
   */
  public int sweep(Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    if (calendars != null) {
      calendars.begin(at);
    }
    if (budgets != null) {
      budgets.begin(at);
    }
    beside.forEach(round -> round.accept(at));
    forgetting.forget(at);
    List<Due> due = database.query(tx -> due(tx, at));
    var failed = new HashSet<String>();
    int done = 0;
    for (Due one : due) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      try {
        done += desk.due(one, at) ? 1 : 0;
      } catch (RuntimeException e) {
        failed.add(one.thing());
        if (failed.size() == ENOUGH) {
          throw e;
        }
        tell(one, e);
      }
    }
    told.retainAll(failed);
    return done;
  }

  private List<Due> due(Transaction tx, Instant at) {
    var dues = new Dues(tx);
    var all = new ArrayList<>(dues.at(at, MOST, cadences));
    if (unhurried.due(at)) {
      List<Due> rest = dues.unhurried(at, MOST, archiveAfter);
      all.addAll(rest);
      if (rest.isEmpty()) {
        unhurried.done(at);
      }
    }
    all.addAll(new ShiftChanges(tx, oncall).due(at));
    if (budgets != null) {
      all.addAll(new Breaches(tx).due(budgets.objectives()));
      all.addAll(new Prices(tx).due(MOST));
    }
    all.addAll(new AlertDues(tx).due(at, MOST));
    return all;
  }

  /** Once for each thing: it is tried again at every look. */
  private void tell(Due one, RuntimeException why) {
    if (!told.add(one.thing())) {
      return;
    }
    if (why instanceof Unavailable) {
      log.warn("{} is due and could not be acted on yet: {}", one.key(), why.getMessage());
    } else {
      log.error("{} is due and could not be acted on; it is tried again", one.key(), why);
    }
  }
}
