package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.WhichService;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Labels;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Use;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Readiness;
import io.evenkeel.service.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written down of services, with how they are now, in words. Throws as Questions. */
public final class Services {
  /** More is no list for a phone. */
  private static final int LISTED = 30;

  private static final int FOUND = 25;
  private static final int OPEN = 200;
  private static final int NAMED = 5;

  private final Database database;
  private final Known known;

  /**
   * What is known of services besides what Postgres holds.
   *
   * @param library the runbooks as they are now
   * @param objectives names of those that are set for that service
   */
  public record Known(
      Catalogue catalogue,
      Supplier<Library> library,
      Schedules oncall,
      Escalations escalations,
      Function<Service, List<String>> objectives) {
    /** Nothing is written down. */
    public static final Known NOTHING =
        new Known(
            Catalogue.NONE, () -> Library.NONE, Schedules.NONE, Escalations.NONE, _ -> List.of());

    /** The runbooks that help with an incident, the likeliest first. */
    public List<Runbook> helping(Incident incident, List<Use.Sign> signs) {
      return library.get().helping(incident.services(), catalogue, signs);
    }

    /** What its services lack on that day. */
    public Readiness readiness(LocalDate today) {
      Library now = library.get();
      return Readiness.of(
          catalogue,
          new Readiness.Known(
              service -> !now.of(service.name(), catalogue).isEmpty(),
              name -> now.find(name).isEmpty(),
              service -> !objectives.apply(service).isEmpty()),
          today);
    }
  }

  public Services(Database database, Known known) {
    this.database = database;
    this.known = known;
  }

  Known known() {
    return known;
  }

  Answer answer(Asked.Services asked, PersonId asker, Instant now) {
    if (known.catalogue().all().isEmpty()) {
      return WhichService.none();
    }
    return switch (asked.aspect()) {
      case LIST -> list(asker);
      case READINESS -> readiness(LocalDate.ofInstant(now, ZoneOffset.UTC));
      case ONE ->
          switch (WhichService.of(
              known.catalogue(), asked.name(), name -> "service --service " + Offer.quoted(name))) {
            case WhichService.Unclear(Answer answer) -> answer;
            case WhichService.Found(Service service) ->
                database.query(Database.COMMAND_LIMIT, tx -> one(tx, service, asker, now));
          };
    };
  }

  private Answer list(PersonId asker) {
    Map<String, List<Incident>> open =
        database.query(Database.COMMAND_LIMIT, tx -> open(tx, asker));
    Prose words = Prose.of("Services here:");
    var offers = new ArrayList<Offer>();
    List<Service> all = known.catalogue().all();
    for (Service service : all.stream().limit(LISTED).toList()) {
      words = words.text("\n• ").strong(service.name());
      words = words.text(service.tier() == Service.UNSAID ? "" : ", tier " + service.tier());
      words = words.text(service.owner() == null ? ", nobody owns it" : ", " + service.owner());
      List<Incident> on = open.getOrDefault(service.name(), List.of());
      if (!on.isEmpty()) {
        words = words.text(" 🔥 " + numbers(on));
        offers.add(ask(service));
      }
    }
    all.stream()
        .filter(one -> !open.containsKey(one.name()))
        .map(Services::ask)
        .forEach(offers::add);
    int more = all.size() - LISTED;
    words = more <= 0 ? words : words.text("\n… and " + more + " more. ");
    words = words.text(more <= 0 ? "\n" : "").text("One of them: ");
    offers.add(
        NAMED > offers.size() ? offers.size() : NAMED,
        Offer.plain("What is missing", "service readiness"));
    return Answer.unchanged(
        words.code("/incident service " + all.getFirst().name()).text("."),
        offers.stream().limit(NAMED + 1).toArray(Offer[]::new));
  }

  private static Offer ask(Service service) {
    return Offer.plain(service.name(), "service --service " + Offer.quoted(service.name()));
  }

  /** Open incidents that the asker may see, by the service as the catalogue names it. */
  private Map<String, List<Incident>> open(Transaction tx, PersonId asker) {
    var wanted = new Incidents.Wanted(true, false, null, null);
    return new Incidents(tx)
        .wanted(wanted, asker, OPEN, 0).stream()
            .flatMap(incident ->
                incident.services().stream()
                    .map(known.catalogue()::named)
                    .distinct()
                    .map(name -> Map.entry(name, incident)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static String numbers(List<Incident> on) {
    String some =
        on.stream()
            .limit(NAMED)
            .map(one -> one.number() + " " + one.severity())
            .collect(Collectors.joining(", "));
    return on.size() > NAMED ? some + " and " + (on.size() - NAMED) + " more" : some;
  }

  private Answer readiness(LocalDate today) {
    Readiness found = known.readiness(today);
    if (found.findings().isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing is missing: all " + found.looked())
              .text(" services have an owner, somebody to call, a runbook, an objective, and a")
              .text(" recovery that was tested this quarter."));
    }
    Prose words =
        Prose.of(found.findings().size() + " of " + found.looked() + " services lack something:");
    for (Readiness.Finding one : found.findings().stream().limit(FOUND).toList()) {
      words = words.text("\n• ").strong(one.service().name());
      words =
          words.text(
              (one.service().tier() == Service.UNSAID ? "" : ", tier " + one.service().tier())
                  + ": "
                  + one.lacks().stream()
                      .map(lack -> lack.words())
                      .collect(Collectors.joining("; ")));
    }
    int more = found.findings().size() - FOUND;
    words = more <= 0 ? words : words.text("\n… and " + more + " more");
    return Answer.unchanged(
        words
            .text("\nAll of it, with what to write: ")
            .code("evenkeel service readiness")
            .text(" where the bot runs."));
  }

  private Answer one(Transaction tx, Service service, PersonId asker, Instant now) {
    Map<String, List<Incident>> open = open(tx, asker);
    Prose words = Prose.of("").strong(service.name());
    words = words.text(service.tier() == Service.UNSAID ? "" : " · tier " + service.tier());
    words = words.text("\nOwner: " + (service.owner() == null ? "nobody" : service.owner()));
    words = words.text(service.channel() == null ? "" : ", in #" + service.channel());
    words =
        new Called(tx, known.oncall(), known.escalations())
            .words(words.text("\n"), service.policy(), now);
    words = incidents(tx, words, open.getOrDefault(service.name(), List.of()));
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
    open.getOrDefault(service.name(), List.of()).stream()
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
  private static Prose beside(
      Prose before, String title, List<String> names, Map<String, List<Incident>> open) {
    if (names.isEmpty()) {
      return before;
    }
    Prose words = before.text(title);
    for (int i = 0; i < names.size(); i++) {
      List<Incident> on = open.getOrDefault(names.get(i), List.of());
      words = words.text(i == 0 ? "" : ", ").text(names.get(i));
      words = on.isEmpty() ? words : words.text(" (🔥 " + numbers(on) + ")");
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
