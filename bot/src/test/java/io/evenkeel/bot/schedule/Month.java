package io.evenkeel.bot.schedule;

import io.evenkeel.bot.desk.Watch;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.WorkingMorning;
import io.evenkeel.persistence.NotRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people do in a month, drawn from a seed, and what must follow from it by the rules as they
 * are written down: counted here a second time, without the bot's code for what is due.
 */
final class Month {
  static final Duration LENGTH = Duration.ofDays(31);
  static final Instant BEGAN = Watch.BEGAN;

  private static final Duration OFFER_LAPSES = Duration.ofMinutes(10);
  private static final Duration ARCHIVED_AFTER = Duration.ofDays(7);
  private static final int INCIDENTS = 14;

  /** So long nobody looks and nobody can say anything. */
  record Outage(Instant from, Instant until) {}

  /** Somebody does something. */
  record Deed(Instant at, Runnable act) {}

  /** Something that is to be acted on once, at the first look from its time on. */
  private static final class Owed {
    private final String kind;
    private final Instant due;
    private boolean settled;
    private @Nullable Instant expected;

    Owed(String kind, Instant due) {
      this.kind = kind;
      this.due = due;
    }
  }

  /** The tasks of one incident. */
  private static final class Open {
    private final List<Owed> all = new ArrayList<>();
    private int tasks;
    private boolean over;

    /** Returns the number by which it is called. */
    int given(Owed first) {
      all.add(first);
      return ++tasks;
    }

    /** Nobody is reminded of anything once it is over. */
    void again(Owed later) {
      later.settled = over;
      all.add(later);
    }

    void over() {
      over = true;
      all.forEach(one -> one.settled = true);
    }
  }

  /** What was owed of one kind. */
  record Sum(int due, int expected, int settledBefore, Duration latest) {}

  final List<Outage> outages = new ArrayList<>();
  final List<Deed> deeds = new ArrayList<>();
  private final List<Owed> owed = new ArrayList<>();
  private final Random random;
  private final Watch watch;

  Month(long seed, Watch watch) {
    random = new Random(seed);
    this.watch = watch;
    for (int i = 0; i < 4; i++) {
      Instant from = BEGAN.plus(Duration.ofDays(3 + 7L * i)).plus(minutes(0, 2000));
      outages.add(new Outage(from, from.plus(minutes(60, 600))));
    }
    for (int number = 1; number <= INCIDENTS; number++) {
      incident(number, BEGAN.plus(Duration.ofHours(50L * (number - 1))));
    }
    deeds.sort(Comparator.comparing(Deed::at));
  }

  /** Nobody is there at that time. */
  boolean away(Instant at) {
    return outages.stream().anyMatch(out -> !at.isBefore(out.from) && at.isBefore(out.until));
  }

  /** Somebody looked. */
  void looked(Instant now) {
    for (Owed one : owed) {
      if (!one.settled && one.expected == null && !one.due.isAfter(now)) {
        one.expected = now;
      }
    }
  }

  /** What must have happened by now, by kind. */
  Map<String, Sum> owed() {
    var sums = new TreeMap<String, Sum>();
    for (Owed one : owed) {
      Instant expected = one.expected;
      Duration late = expected == null ? Duration.ZERO : Duration.between(one.due, expected);
      sums.merge(
          one.kind,
          new Sum(1, expected == null ? 0 : 1, one.settled && expected == null ? 1 : 0, late),
          (a, b) ->
              new Sum(
                  a.due + b.due,
                  a.expected + b.expected,
                  a.settledBefore + b.settledBefore,
                  a.latest.compareTo(b.latest) > 0 ? a.latest : b.latest));
    }
    return sums;
  }

  /** Incidents come one after the other, so that their numbers are known. */
  private void incident(int number, Instant declared) {
    int severity = 1 + random.nextInt(4);
    String here = " --incident-id INC-" + number;
    Instant over = declared.plus(minutes(120, 1800));
    var open = new Open();
    at(
        declared,
        () -> {
          says(Watch.ALICE, "declare sev" + severity + " Trouble " + number + " --new");
          watch.open(number);
        });
    // An acting commander is asked for nothing: this one is confirmed, and can offer the role.
    at(declared.plusSeconds(30), () -> says(Watch.ALICE, "take ic" + here));
    int tasks = 2 + random.nextInt(4);
    for (int task = 1; task <= tasks; task++) {
      task(here, declared.plus(minutes(2, 60)).plusSeconds(task), open);
    }
    offer(here, declared.plus(minutes(70, 90)), random.nextBoolean());
    at(
        over,
        () -> {
          if (!says(Watch.ALICE, "resolve repaired" + here).recorded()) {
            throw new AssertionError("INC-" + number + " could not be resolved");
          }
          open.over();
          if (severity <= 2) {
            owed.add(new Owed("postmortem", WorkingMorning.after(watch.now(), ZoneOffset.UTC)));
          }
        });
    if (number % 2 == 0) {
      at(
          over.plus(minutes(60, 3000)),
          () -> {
            if (says(Watch.ALICE, "close" + here).recorded()) {
              owed.add(new Owed("archive", watch.now().plus(ARCHIVED_AFTER)));
            }
          });
    }
  }

  private void task(String here, Instant given, Open open) {
    int minutes = 5 + random.nextInt(900);
    boolean done = random.nextInt(3) == 0;
    boolean more = !done && random.nextInt(3) == 0;
    at(
        given,
        () -> {
          boolean taken =
              says(Watch.ALICE, "task @bob look at it in %dm".formatted(minutes) + here).recorded();
          if (!taken) {
            return;
          }
          var one = new Owed("task", watch.now().plus(Duration.ofMinutes(minutes)));
          owed.add(one);
          int task = open.given(one);
          Instant then = given.plus(minutes(3, 1200));
          if (done) {
            later(
                then,
                () -> {
                  if (says(Watch.BOB, "task done " + task + here).recorded()) {
                    one.settled = true;
                  }
                });
          } else if (more) {
            later(
                then,
                () -> {
                  if (says(Watch.BOB, "task more " + task + " in 45m" + here).recorded()) {
                    one.settled = true;
                    var again = new Owed("task", watch.now().plus(Duration.ofMinutes(45)));
                    owed.add(again);
                    open.again(again);
                  }
                });
          }
        });
  }

  private void offer(String here, Instant at, boolean answered) {
    Instant answer = at.plus(minutes(1, 8));
    at(
        at,
        () -> {
          if (says(Watch.ALICE, "handover ic @bob" + here).recorded()) {
            var one = new Owed("handover", watch.now().plus(OFFER_LAPSES));
            owed.add(one);
            if (answered) {
              later(
                  answer,
                  () -> {
                    if (says(Watch.BOB, "accept ic" + here).recorded()) {
                      one.settled = true;
                    }
                  });
            }
          }
        });
  }

  /** A busy machine may be over its time: then it is said again, as people do. */
  private Answer says(Person who, String text) {
    for (int tries = 1; ; tries++) {
      try {
        return watch.says(who, text);
      } catch (NotRecorded e) {
        if (tries == 5) {
          throw e;
        }
      }
    }
  }

  /** While nobody is there, nobody says anything: they do so afterwards. */
  private void at(Instant at, Runnable act) {
    Instant then = at;
    for (Outage out : outages) {
      if (!then.isBefore(out.from) && then.isBefore(out.until)) {
        then = out.until.plusSeconds(1 + deeds.size());
      }
    }
    deeds.add(new Deed(then, act));
  }

  /** From within a deed: the list is in order and stays so. */
  private void later(Instant at, Runnable act) {
    at(at.isBefore(watch.now()) ? watch.now() : at, act);
    deeds.sort(Comparator.comparing(Deed::at));
  }

  private Duration minutes(int least, int most) {
    return Duration.ofMinutes(least + random.nextInt(most - least)).plusMillis(random.nextInt(999));
  }
}
