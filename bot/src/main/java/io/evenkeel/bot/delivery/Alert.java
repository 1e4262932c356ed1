package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told to something outside Slack.
 *
 * @param key the same for everything about one page: {@code
 *     evenkeel/incidents.example.org/INC-42/page/3}
 * @param effect the same each time this very message is sent
 * @param summary one line
 * @param severity as the scale names it
 * @param rank the severity's place on the scale, from 0 for the worst
 * @param at when the page was sent, UTC
 * @param by who has it in hand; null while nobody has
 */
public record Alert(
    String key,
    String effect,
    PageEffect.Ring.What what,
    String incident,
    int page,
    String summary,
    String severity,
    int rank,
    Instant at,
    @Nullable String by) {

  /**
   * @param installation tells it from other installations that ring the same pager
   */
  static Alert of(
      String installation,
      Incident incident,
      Page page,
      PageEffect.Ring.What what,
      int rank,
      String effect) {
    Page.Ended ended = page.ended();
    Person by = ended == null || page.answeredAfter().isEmpty() ? null : ended.by();
    return new Alert(
        "evenkeel/" + installation + "/" + incident.number() + "/page/" + page.number(),
        effect,
        what,
        incident.number().toString(),
        page.number(),
        incident.severity() + " " + words(incident, page.text()),
        incident.severity().name(),
        rank,
        page.askedAt(),
        by == null ? null : by.name());
  }

  /** A pager's service is read by more people than a private incident is. */
  private static String words(Incident incident, @Nullable String text) {
    return switch (incident.visibility()) {
      case PRIVATE -> incident.number() + " (private: Slack says what it is about)";
      case PUBLIC -> incident.label() + (text == null ? "" : ": " + text);
    };
  }
}
