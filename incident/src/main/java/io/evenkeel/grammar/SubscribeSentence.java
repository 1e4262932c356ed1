package io.evenkeel.grammar;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Topic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code subscribe [INC-42|SEV-1|service]} and {@code unsubscribe}: one incident, else a severity
 * that there is, else a service. Alone it is the incident of the place; {@code subscribe list}
 * shows what one has.
 */
final class SubscribeSentence {
  private SubscribeSentence() {}

  static Utterance read(Said said) {
    boolean list =
        said.free().words().size() == 1 && said.text(said.free()).equalsIgnoreCase("list");
    if (list) {
      said.remain(said.free().from(1));
    }
    said.leadingIncident(false);
    Topic topic = topic(said);
    boolean on = said.verb() == Verb.SUBSCRIBE;
    return said.or(() -> new Utterance.Subscription(on, topic, list));
  }

  private static @Nullable Topic topic(Said said) {
    IncidentNumber number = said.target();
    if (number != null) {
      said.nothingLeft();
      one(said, Flag.SEVERITY);
      one(said, Flag.SERVICE);
      return new Topic.OfIncident(number);
    }
    if (said.has(Flag.SEVERITY)) {
      said.nothingLeft();
      one(said, Flag.SERVICE);
      return severity(said, said.flag(Flag.SEVERITY).orElseThrow());
    }
    if (said.has(Flag.SERVICE)) {
      said.nothingLeft();
      if (said.all(Flag.SERVICE).size() > 1) {
        said.fail(FlagFaults.twice(said, Flag.SERVICE));
      }
      return service(said, said.flag(Flag.SERVICE).orElseThrow());
    }
    if (said.free().empty()) {
      return null;
    }
    String typed = said.text(said.free());
    boolean known = Severities.find(typed, said.speaker().severities()).isPresent();
    return known || Severities.looksLikeOne(typed)
        ? severity(said, said.free())
        : service(said, said.free());
  }

  /** Two things at once: which one is meant is not guessed. */
  private static void one(Said said, Flag flag) {
    said.flag(flag).ifPresent(given -> said.fail(Faults.leftOver(said, said.text(given))));
  }

  private static @Nullable Topic severity(Said said, Span given) {
    var scale = said.speaker().severities();
    Optional<Severity> found = Severities.find(said.text(given), scale);
    if (found.isEmpty()) {
      said.fail(
          Prose.of("There is no severity “" + Faults.echo(said.text(given)) + "” here. There are ")
              .then(Severities.named(scale))
              .text("."),
          Severities.offers(scale, right -> said.with(given, right.name())));
    }
    return found.map(Topic.OfSeverity::new).orElse(null);
  }

  private static @Nullable Topic service(Said said, Span given) {
    String name = Limit.SERVICE.fit(said.text(given));
    if (Limit.SERVICE.over(name)) {
      said.fail(Limit.SERVICE.words(name));
    }
    return name.isEmpty() ? null : new Topic.OfService(name);
  }
}
