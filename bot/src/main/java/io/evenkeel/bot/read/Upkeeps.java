package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.maintenance.Maintenances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When services are worked on, in words. */
public final class Upkeeps {
  private static final int MOST_OFFERS = 10;
  private static final int MOST_AHEAD = 30;
  private static final int MOST_OVER = 5;
  private static final int MOST_NAMED = 5;
  private static final Duration SOON = Duration.ofDays(7);

  private final Database database;

  Upkeeps(Database database) {
    this.database = database;
  }

  /** Those that go on or are ahead, and the last ones that are over. */
  public Answer all(Instant now) {
    return database.query(Database.COMMAND_LIMIT, tx -> all(tx, now));
  }

  /** Which services are worked on right now, in one sentence; null while none is. */
  public @Nullable Prose worked(Instant now) {
    return database
        .query(Database.COMMAND_LIMIT, tx -> Optional.ofNullable(worked(tx, now)))
        .orElse(null);
  }

  private static Answer all(Transaction tx, Instant now) {
    var known = new Maintenances(tx);
    List<Maintained> ahead = known.ahead(now);
    List<Maintained> over = known.over(now, MOST_OVER);
    if (ahead.isEmpty() && over.isEmpty()) {
      return Answer.unchanged(
          Prose.of("No maintenance is planned, and none was. To plan one: ")
              .code("/incident maintenance api 2026-11-22 22:00 for 2h upgrade postgres")
              .text("."));
    }
    Prose words = Prose.of(ahead.isEmpty() ? "No maintenance is planned." : "");
    var offers = new ArrayList<Offer>();
    int count = 0;
    for (Maintained one : ahead) {
      if (count < MOST_AHEAD) {
        words = line(words.text(count++ == 0 ? "" : "\n"), one, now);
      }
      offers.add(
          one.from().isAfter(now)
              ? Offer.plain("Cancel #" + one.number(), "maintenance cancel " + one.number())
              : Offer.plain("End #" + one.number(), "maintenance end " + one.number()));
    }
    if (ahead.size() > count) {
      words = words.text("\nand " + (ahead.size() - count) + " more");
    }
    if (!over.isEmpty()) {
      words = words.text("\nOver:");
      for (Maintained one : over) {
        words = line(words.text("\n"), one, now);
      }
    }
    return Answer.unchanged(words, offers.stream().limit(MOST_OFFERS).toArray(Offer[]::new));
  }

  /** The words with when that service is worked on, now or within the next days, if it is. */
  static Prose of(Transaction tx, Prose before, String service, Instant now) {
    Prose words = before;
    for (Maintained one :
        new Maintenances(tx)
            .during(service, now, now.plus(SOON)).stream().limit(MOST_NAMED).toList()) {
      words =
          words.text(one.quiets(now) ? "\n🔧 Worked on as planned" : "\n🔧 To be worked on from ");
      words = one.quiets(now) ? words : words.when(one.from());
      words =
          words
              .text(" until ")
              .when(one.end())
              .text(
                  " (#" + one.number() + ")" + (one.reason().isEmpty() ? "" : ": " + one.reason()));
    }
    return words;
  }

  private static @Nullable Prose worked(Transaction tx, Instant now) {
    List<Maintained> current = new Maintenances(tx).current(now);
    if (current.isEmpty()) {
      return null;
    }
    Prose words = Prose.of("🔧 Worked on as planned: ");
    for (int i = 0; i < Math.min(current.size(), MOST_NAMED); i++) {
      Maintained one = current.get(i);
      words =
          words
              .text(i == 0 ? "" : ", ")
              .strong(one.service())
              .text(" until ")
              .when(one.end())
              .text(" (#" + one.number() + ")");
    }
    int more = current.size() - MOST_NAMED;
    return words.text(more > 0 ? " and " + more + " more." : ".");
  }

  private static Prose line(Prose before, Maintained one, Instant now) {
    Prose words =
        before
            .text("• #" + one.number() + " ")
            .strong(one.service())
            .text(" from ")
            .when(one.from())
            .text(" until ")
            .when(one.end())
            .text(one.reason().isEmpty() ? "" : ": " + one.reason())
            .text(", planned by ")
            .mention(one.plannedBy());
    if (one.afterTheFact()) {
      return words.text(" after the fact, so it excuses nothing");
    }
    if (one.plannedLate()) {
      words = words.text("; counts from ").when(one.plannedAt());
    }
    return words.text(one.quiets(now) ? " (now)" : "");
  }
}
