package io.evenkeel.bot.desk;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.slo.Breaches.Breach;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells executives, where the settings name any, that an error budget is spent. */
record ExecutiveNews(Transaction tx, House house, Instant now) {
  /**
   * @param number of the incident that stands for it; null where none does
   */
  void tell(Objective objective, Breach breach, @Nullable IncidentNumber number) {
    String executives = house.watched().spending().executives();
    Optional<Hearer> hearer =
        executives == null
            ? Optional.empty()
            : executives.startsWith("#")
                ? Optional.of(new Hearer.Channel(executives.substring(1)))
                : somebody(executives.substring(1)).map(Hearer.Somebody::new);
    Prose words =
        Prose.of("🧊 ")
            .strong(objective.service() + " " + objective.name())
            .text(": " + BudgetWords.sentence(objective, breach.reading()) + " ")
            .text(BudgetWords.advice(breach.reading().budget().band()));
    Offer more = Offer.plain("How it stands", "slo " + Offer.quoted(objective.service()));
    hearer.ifPresent(to ->
        new Effects(tx)
            .say(
                number == null
                    ? new Effect.Say(to, words, more)
                    : new Effect.Say(
                        to,
                        words.text(" " + number + " stands for it."),
                        more,
                        Offer.plain("Open " + number, "status " + number)),
                now));
  }

  private Optional<PersonId> somebody(String name) {
    List<Person> found = new People(tx).named(name);
    return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
  }
}
