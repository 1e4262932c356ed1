package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Load;
import io.evenkeel.paging.Rung;
import java.time.Instant;
import java.util.Optional;

/**
 * What whoever moves a page on reads: who is asked now, and what follows without an answer.
 *
 * @param ladder the steps of the page
 * @param rung the one that was reached
 */
record CallAnswer(Escalation ladder, Rung rung, Reached reached) {
  /**
   * @param page its number
   * @param next when the next step comes, UTC
   */
  Prose words(Incident incident, int page, Instant next) {
    Prose words = Prose.of("Page " + page + " of ").strong(incident.label()).text(": ");
    for (int i = 0; i < reached.people().size(); i++) {
      Pager.Called called = reached.people().get(i);
      words =
          words.text(i == 0 ? "" : ", ").mention(called.person()).text(" (" + called.why() + ")");
    }
    if (reached.channel()) {
      words = words.text(reached.people().isEmpty() ? "" : ", ").text("everybody in the channel");
    }
    words =
        words.text(
            reached.people().isEmpty() ? "." : ", by direct message with buttons to answer.");
    words =
        reached.rings().isEmpty()
            ? words.text(" Slack alone rings no phone: if it cannot wait, call.")
            : words.text(" Rung outside Slack: " + String.join(", ", reached.rings()) + ".");
    Optional<Rung> then = ladder.next(rung);
    if (then.isPresent()) {
      words = words.text(" Without an answer by ").at(next).text(" ");
      words =
          words.text(
              then.get().mention()
                  ? "they are mentioned in the channel, then "
                      + ladder
                          .above(rung)
                          .map(up -> "it goes to " + Reached.named(ladder.at(up)) + ".")
                          .orElse("you are told that nobody answered.")
                  : "it goes to " + Reached.named(ladder.at(then.get())) + ".");
    }
    for (Pager.Called called : reached.people()) {
      if (called.week() + 1 >= Load.MANY) {
        words =
            words
                .text(" This is page " + (called.week() + 1) + " within a week for ")
                .mention(called.person())
                .text(": who could take some of it?");
      }
    }
    return words;
  }
}
