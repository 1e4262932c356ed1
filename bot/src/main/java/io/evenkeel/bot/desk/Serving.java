package io.evenkeel.bot.desk;

import io.evenkeel.grammar.WhichService;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Labels;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.service.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the catalogue knows of the services of a declaration. */
final class Serving {
  private static final int RUNBOOKS = 3;

  private Serving() {}

  /** The same with the services as the catalogue names them; what it does not know stays. */
  static Command.Declare named(House house, Command.Declare typed) {
    List<String> services =
        typed.services().stream().map(house.watched().services()::named).distinct().toList();
    return services.equals(typed.services())
        ? typed
        : new Command.Declare(
            typed.title(),
            typed.severity(),
            services,
            typed.started(),
            typed.detected(),
            typed.visibility(),
            typed.mode(),
            typed.separate(),
            typed.announceIn(),
            typed.here(),
            typed.past(),
            typed.summary());
  }

  /** Of a new incident: which runbooks help, which are missing, and which services are unknown. */
  static Answer told(
      Transaction tx, House house, Command.Declare declared, Answer answer, Instant now) {
    IncidentNumber number = answer.incident();
    if (number == null || !answer.recorded() || declared.services().isEmpty()) {
      return answer;
    }
    Catalogue services = house.watched().services();
    Library library = house.watched().runbooks().get();
    var runbooks = new ArrayList<Runbook>();
    var missing = new ArrayList<String>();
    for (String service : declared.services()) {
      List<Runbook> own = library.of(service, services);
      own.stream().filter(one -> !runbooks.contains(one)).forEach(runbooks::add);
      if (own.isEmpty() && kept(services, library, service)) {
        missing.add(service);
      }
    }
    Answer known = answer;
    // What is over is followed by nobody, and what there was then is not known.
    if (declared.past() == null) {
      new Boards(tx).unguided(number, missing, now);
      known = guided(answer, number, runbooks);
    }
    for (String service : declared.services()) {
      known = unknown(services, known, service);
    }
    return known;
  }

  /** Whether somebody would look for a runbook of it at all. */
  private static boolean kept(Catalogue services, Library library, String service) {
    return services.find(service).isPresent() || !library.all().isEmpty();
  }

  private static Answer guided(Answer answer, IncidentNumber number, List<Runbook> runbooks) {
    if (runbooks.isEmpty()) {
      return answer;
    }
    var offers = new ArrayList<>(answer.offers());
    Prose words =
        answer
            .words()
            .text(runbooks.size() == 1 ? " There is a runbook: " : " There are runbooks: ");
    for (Runbook one : runbooks.stream().limit(RUNBOOKS).toList()) {
      words = words.text(one.equals(runbooks.getFirst()) ? "" : ", ").strong(one.title());
      offers.add(
          Offer.plain(
              Labels.fit("📖 " + one.title()),
              "runbook " + Offer.quoted(one.name()) + " --incident-id " + number));
    }
    return new Answer(answer.incident(), answer.recorded(), words.text("."), offers);
  }

  /** It is recorded as it was typed: a word too much must not hold up a declaration. */
  private static Answer unknown(Catalogue services, Answer answer, String service) {
    if (services.all().isEmpty() || services.find(service).isPresent()) {
      return answer;
    }
    List<String> near = WhichService.near(services, service);
    var offers = new ArrayList<>(answer.offers());
    Prose words =
        answer
            .words()
            .text("\n⚠️ The catalogue has no service “" + service + "”: it was recorded as typed");
    if (near.isEmpty()) {
      words = words.text(". What there is: ").code("/incident service list").text(".");
    } else {
      String meant = near.getFirst();
      words =
          words
              .text(", and nobody is called for it by itself. Did you mean ")
              .strong(String.join(" or ", near))
              .text("? To call whoever is called for it: ")
              .code("/incident page " + meant)
              .text(".");
      offers.add(
          Offer.plain(Labels.fit("About " + meant), "service --service " + Offer.quoted(meant)));
    }
    return new Answer(answer.incident(), answer.recorded(), words, offers);
  }
}
