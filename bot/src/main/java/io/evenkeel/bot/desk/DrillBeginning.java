package io.evenkeel.bot.desk;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Experiment;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be run as a drill, and its begin: of each experiment one at a time. */
final class DrillBeginning {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;
  private final Incidents incidents;
  private final Drills drills;

  DrillBeginning(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    incidents = new Incidents(tx);
    drills = new Drills(tx);
  }

  Answer list() {
    List<Experiment> all = house.watched().experiments().all();
    if (all.isEmpty()) {
      return Answer.unchanged(
          Prose.of("There is no experiment here yet. They are YAML files in the folder that ")
              .code("experiments:")
              .text(" of EVENKEEL_CONFIG names. An incident can be told again without one: ")
              .code("/incident drill replay INC-12"));
    }
    Prose words = Prose.of("What can be run as a drill:");
    var offers = new ArrayList<Offer>();
    for (Experiment one : all) {
      words =
          words
              .text("\n• ")
              .strong(one.name())
              .text(": " + one.title())
              .text(one.service() == null ? "" : " (" + one.service() + ")");
      Optional<Incident> under = underway(one.name());
      if (under.isPresent()) {
        words = words.text(", goes on as ").strong(under.get().number().toString());
      } else if (offers.size() < MOST_BUTTONS && one.name().length() <= 60) {
        offers.add(Offer.plain("Run " + one.name(), "drill run " + one.name()));
      }
    }
    return new Answer(null, false, words, offers);
  }

  /** A drill of that experiment that is not over, where the speaker may know of it. */
  private Optional<Incident> underway(String name) {
    return drills
        .underway(name)
        .filter(number -> incidents.maySee(number, speaker().id()))
        .flatMap(incidents::find);
  }

  Answer run(String name) {
    Optional<Experiment> found = house.watched().experiments().find(name);
    if (found.isEmpty()) {
      Answer known = list();
      return new Answer(
          null,
          false,
          Prose.of("Nothing was begun: there is no experiment “" + name + "”. ")
              .then(known.words()),
          known.offers());
    }
    Experiment experiment = found.get();
    incidents.serialiseDeclares();
    Optional<Incident> under = underway(experiment.name());
    if (under.isPresent()) {
      return Answer.unchanged(
          Prose.of("Nothing was begun: ")
              .strong(experiment.name())
              .text(" goes on as ")
              .strong(under.get().label())
              .text(". Two at once would spoil each other: end that one, or abort it."),
          Offer.plain("Where it stands", "drill status --incident-id " + under.get().number()));
    }
    Answer declared =
        Declaring.handle(tx, house, DrillDeclaration.of(house, experiment), null, actor, now);
    IncidentNumber number = declared.incident();
    if (!declared.recorded() || number == null) {
      return declared;
    }
    Drill drill = Drill.begun(number, experiment, speaker(), now);
    drills.keep(drill);
    Incident incident = incidents.lock(number).orElseThrow();
    var posting = new DrillPosting(tx, incidents, actor, now);
    incident = posting.post(incident, DrillDeclaration.hypothesis(experiment));
    posting.post(incident, drill.current().announced(drill.length()));
    return new Answer(
        number,
        true,
        declared
            .words()
            .text(" The experiment's " + drill.length() + " steps are announced there, one by one.")
            .text(" Nothing runs by itself: people do each step and say when it is done."),
        List.of());
  }

  private Person speaker() {
    return Recording.person(actor);
  }
}
