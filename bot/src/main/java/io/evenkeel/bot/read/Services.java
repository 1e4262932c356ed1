package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.WhichService;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.persistence.Database;
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
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is written down of services, with how they are now, in words. Throws as Questions. */
public final class Services {
  /** More is no list for a phone. */
  private static final int LISTED = 30;

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
      case READINESS -> ReadinessText.of(known.readiness(LocalDate.ofInstant(now, ZoneOffset.UTC)));
      case ONE ->
          switch (WhichService.of(
              known.catalogue(), asked.name(), name -> "service --service " + Offer.quoted(name))) {
            case WhichService.Unclear(Answer answer) -> answer;
            case WhichService.Found(Service service) ->
                database.query(
                    Database.COMMAND_LIMIT, tx -> ServiceSheet.of(tx, known, service, asker, now));
          };
    };
  }

  private Answer list(PersonId asker) {
    OpenOn open =
        database.query(Database.COMMAND_LIMIT, tx -> OpenOn.of(tx, known.catalogue(), asker));
    Prose words = Prose.of("Services here:");
    var offers = new ArrayList<Offer>();
    List<Service> all = known.catalogue().all();
    for (Service service : all.stream().limit(LISTED).toList()) {
      words = words.text("\n• ").strong(service.name());
      words = words.text(service.tier() == Service.UNSAID ? "" : ", tier " + service.tier());
      words = words.text(service.owner() == null ? ", nobody owns it" : ", " + service.owner());
      if (open.any(service.name())) {
        words = words.text(" 🔥 " + open.numbers(service.name()));
        offers.add(ask(service));
      }
    }
    all.stream().filter(one -> !open.any(one.name())).map(Services::ask).forEach(offers::add);
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
}
