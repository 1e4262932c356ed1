package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.util.List;
import java.util.function.UnaryOperator;

/** The service that somebody means, or what to say where that is not one. */
public sealed interface WhichService {
  /** More would hide the words above them on a phone. */
  int MOST_BUTTONS = 5;

  record Found(Service service) implements WhichService {}

  record Unclear(Answer answer) implements WhichService {}

  /**
   * The service of that name or alias.
   *
   * @param again the command with that service's name, for a button
   */
  static WhichService of(Catalogue all, String typed, UnaryOperator<String> again) {
    return all.find(typed)
        .<WhichService>map(Found::new)
        .orElseGet(() -> new Unclear(all.all().isEmpty() ? none() : unknown(all, typed, again)));
  }

  /** No service is written down: how to write one. */
  static Answer none() {
    return Answer.unchanged(
        Prose.of("No service is written down here. Whoever runs Evenkeel writes them under ")
            .code("services:")
            .text(" in the file that ")
            .code("EVENKEEL_CONFIG")
            .text(" names, such as ")
            .code("api: {tier: 1, owner: payments, policy: payments, depends_on: [db]}")
            .text("; from Backstage, ")
            .code("evenkeel service import catalog-info.yaml")
            .text(" writes it. Incidents take any service's name until then."));
  }

  /** Names near to what was typed, as the catalogue writes them. */
  static List<String> near(Catalogue all, String typed) {
    return Nearest.of(typed, all.words()).stream()
        .map(all::named)
        .distinct()
        .limit(MOST_BUTTONS)
        .toList();
  }

  private static Answer unknown(Catalogue all, String typed, UnaryOperator<String> again) {
    List<String> near = near(all, typed);
    Prose words = Prose.of("There is no service “" + Faults.echo(typed) + "”.");
    return Answer.unchanged(
        near.isEmpty()
            ? words.text(" All that there are: ").code("/incident service list").text(".")
            : words.text(" Did you mean " + String.join(" or ", near) + "?"),
        near.isEmpty()
            ? new Offer[] {Offer.plain("All services", "service list")}
            : near.stream()
                .map(name -> Offer.plain(Faults.label(name), again.apply(name)))
                .toArray(Offer[]::new));
  }
}
