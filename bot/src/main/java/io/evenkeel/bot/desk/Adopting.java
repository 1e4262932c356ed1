package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import java.util.Optional;

/** {@code declare --here}: a channel becomes an incident's, unless it serves another purpose. */
final class Adopting {
  private Adopting() {}

  /** Why that channel cannot become an incident's; empty when it can. */
  static Optional<Answer> refused(
      Transaction tx, Incidents incidents, ChannelId here, PersonId speaker) {
    Optional<IncidentNumber> taken = incidents.inChannel(here);
    if (taken.isPresent()) {
      Prose words = Prose.of("Nothing was declared: this is the channel of ");
      return Optional.of(
          instead(
              taken
                  .filter(number -> incidents.maySee(number, speaker))
                  .flatMap(incidents::find)
                  .map(incident -> words.strong(incident.label()))
                  .orElse(words.text("another incident"))));
    }
    return new SlackObjects(tx).announcedIn(here)
        ? Optional.of(instead(Prose.of("Nothing was declared: incidents are announced here")))
        : Optional.empty();
  }

  private static Answer instead(Prose why) {
    return Answer.unchanged(
        why.text(". Leave out ").code("--here").text(" and it gets a channel of its own."));
  }
}
