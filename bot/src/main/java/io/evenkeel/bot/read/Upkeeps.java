package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.maintenance.Maintenances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When services are worked on, in words. */
final class Upkeeps {
  private static final int MOST_OFFERS = 10;
  private static final int MOST_AHEAD = 30;
  private static final int MOST_OVER = 5;

  private Upkeeps() {}

  static Answer of(Transaction tx, Instant now) {
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
