package io.evenkeel.bot.view;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.paging.Load;
import java.util.List;

/** How often people were paged: a line for each, the most interrupted first. */
public final class LoadView {
  private LoadView() {}

  /** What one person's last seven days and four weeks were like. */
  public record Row(Person person, Load week, Load month) {}

  public static Prose words(List<Row> rows) {
    if (rows.isEmpty()) {
      return Prose.of("Nobody was paged in the last four weeks.");
    }
    Prose words = Prose.of("Pages of the last 7 days (and of the last 28):");
    for (Row row : rows) {
      words =
          words
              .text("\n• ")
              .strong(row.person().name())
              .text(
                  ": %d (%d), at night %d (%d), sleep hours interrupted %d (%d)"
                      .formatted(
                          row.week().pages(),
                          row.month().pages(),
                          row.week().nights(),
                          row.month().nights(),
                          row.week().sleepHours(),
                          row.month().sleepHours()));
      words = row.week().many() ? words.text(". ⚠️ Too many: who could take some of it?") : words;
    }
    return words.text(
        "\nNight is 22:00 to 08:00 of their own time. A page that comes again or goes up counts"
            + " once.");
  }

  public static Message of(List<Row> rows) {
    return AnswerView.message(words(rows), List.of(), List.of());
  }
}
