package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Labels;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.service.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one service: whose it is, whom to call, what is open on it, and what helps. */
final class ServiceSheet {
  private static final int NAMED = 5;

  private ServiceSheet() {}

  static Answer of(
      Transaction tx, Services.Known known, Service service, PersonId asker, Instant now) {
    OpenOn open = OpenOn.of(tx, known.catalogue(), asker);
    Prose words = Prose.of("").strong(service.name());
    words = words.text(service.tier() == Service.UNSAID ? "" : " · tier " + service.tier());
    words = words.text("\nOwner: " + (service.owner() == null ? "nobody" : service.owner()));
    words = words.text(service.channel() == null ? "" : ", in #" + service.channel());
    words =
        new Called(tx, known.oncall(), known.escalations())
            .words(words.text("\n"), service.policy(), now);
    words = incidents(tx, words, open.on(service.name()));
    words = Upkeeps.of(tx, words, service.name(), now);
    words = beside(words, "\nNeeds: ", service.dependencies(), open);
    words =
        beside(
            words,
            "\nNeeded by: ",
            known.catalogue().dependents(service).stream().map(Service::name).toList(),
            open);
    Library library = known.library().get();
    List<Runbook> runbooks = library.of(service.name(), known.catalogue());
    words = runbooks(words, service, runbooks, library);
    var objectives = new LinkedHashSet<>(service.objectives());
    objectives.addAll(known.objectives().apply(service));
    words =
        objectives.isEmpty() ? words : words.text("\nObjectives: " + String.join(", ", objectives));
    words =
        words.text(
            "\nRecovery: " + Recovery.words(service, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    var offers = new ArrayList<Offer>();
    open.on(service.name()).stream()
        .limit(NAMED)
        .map(one -> Offer.plain(one.number().toString(), "status " + one.number()))
        .forEach(offers::add);
    runbooks.stream()
        .limit(NAMED)
        .map(one ->
            Offer.plain(Labels.fit("📖 " + one.title()), "runbook " + Offer.quoted(one.name())))
        .forEach(offers::add);
    return Answer.unchanged(words, offers.toArray(Offer[]::new));
  }

  private static Prose incidents(Transaction tx, Prose before, List<Incident> open) {
    if (open.isEmpty()) {
      return before.text("\nNo incident is open on it.");
    }
    List<IncidentNumber> numbers = open.stream().map(Incident::number).toList();
    Map<IncidentNumber, ChannelId> channels = new SlackObjects(tx).channels(numbers);
    Prose words = before;
    for (Incident incident : open.stream().limit(NAMED).toList()) {
      words = words.text("\n🔥 ").strong(incident.label());
      words = words.text(", " + incident.severity() + ", " + incident.status().word());
      @Nullable ChannelId channel = channels.get(incident.number());
      words = channel == null ? words : words.text(", in ").room(channel);
    }
    int more = open.size() - NAMED;
    return more <= 0 ? words : words.text("\n… and " + more + " more that are open");
  }

  /** Other services, each with what is open on it. */
  private static Prose beside(Prose before, String title, List<String> names, OpenOn open) {
    if (names.isEmpty()) {
      return before;
    }
    Prose words = before.text(title);
    for (int i = 0; i < names.size(); i++) {
      words = words.text(i == 0 ? "" : ", ").text(names.get(i));
      words =
          open.any(names.get(i)) ? words.text(" (🔥 " + open.numbers(names.get(i)) + ")") : words;
    }
    return words;
  }

  private static Prose runbooks(
      Prose before, Service service, List<Runbook> runbooks, Library library) {
    Prose words = before.text(runbooks.isEmpty() ? "\nRunbooks: none" : "\nRunbooks: ");
    for (int i = 0; i < runbooks.size(); i++) {
      words = words.text(i == 0 ? "" : ", ").strong(runbooks.get(i).title());
    }
    List<String> lost =
        service.runbooks().stream().filter(name -> library.find(name).isEmpty()).toList();
    return lost.isEmpty()
        ? words
        : words.text(" ⚠️ (not in the folder: " + String.join(", ", lost) + ")");
  }
}
