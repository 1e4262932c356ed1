package io.evenkeel.bot.read;

import io.evenkeel.incident.Person;
import io.evenkeel.paging.Interruption;
import io.evenkeel.paging.Load;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Interruptions;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often people were paged: the last seven days, and the last 28. */
public final class Burden {
  private static final Duration MONTH = Duration.ofDays(28);
  private static final int MOST = 20;

  private Burden() {}

  /** One person's. */
  public record Of(Person person, Load week, Load month) {}

  /**
   * @param who null for everybody
   * @return the most interrupted first, at most 20; one row for a person, also for no page at all
   */
  static List<Of> read(Transaction tx, @Nullable Person who, Instant now) {
    var interruptions = new Interruptions(tx);
    Instant since = now.minus(MONTH);
    Map<Person, List<Interruption>> pages =
        who == null ? interruptions.since(since) : Map.of(who, interruptions.of(who.id(), since));
    var people = new People(tx);
    var rows = new ArrayList<Of>();
    pages.forEach((person, all) -> {
      ZoneId zone = people.zone(person.id());
      List<Interruption> week =
          all.stream().filter(one -> !one.at().isBefore(now.minus(Load.WEEK))).toList();
      rows.add(new Of(person, Load.of(week, zone), Load.of(all, zone)));
    });
    rows.sort(
        Comparator.comparingInt((Of row) -> row.week().pages())
            .thenComparingInt(row -> row.month().pages())
            .reversed());
    return rows.subList(0, Math.min(MOST, rows.size()));
  }
}
