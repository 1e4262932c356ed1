package io.evenkeel.bot.desk;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.DrillRules;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Report;
import io.evenkeel.drill.Turn;
import io.evenkeel.grammar.DrillOrder;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who begins a drill, moves it on, or asks for it. */
final class Drilling {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;
  private final Incidents incidents;
  private final Drills drills;

  Drilling(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    incidents = new Incidents(tx);
    drills = new Drills(tx);
  }

  Answer handle(Utterance.Drilling said, @Nullable ChannelId place) {
    return switch (said.order()) {
      case DrillOrder.ListAll _ -> list();
      case DrillOrder.Run(String name) -> run(name);
      case DrillOrder.Replay(IncidentNumber source, int speed) ->
          new Replaying(tx, house, actor, now).begin(source, speed);
      case DrillOrder.Next(Integer number) ->
          on(said, place, drill -> DrillRules.next(drill, number, speaker(), now));
      case DrillOrder.Abort(String reason) ->
          on(said, place, drill -> DrillRules.abort(drill, reason, now));
      case DrillOrder.Status _ -> shown(said, place, false);
      case DrillOrder.ShowReport _ -> shown(said, place, true);
    };
  }

  private Person speaker() {
    return Recording.person(actor);
  }

  private Answer list() {
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

  private Answer run(String name) {
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
    Answer declared = Declaring.handle(tx, house, declaration(experiment), null, actor, now);
    IncidentNumber number = declared.incident();
    if (!declared.recorded() || number == null) {
      return declared;
    }
    Drill drill = Drill.begun(number, experiment, speaker(), now);
    drills.keep(drill);
    Incident incident = incidents.lock(number).orElseThrow();
    var posting = new DrillPosting(tx, incidents, actor, now);
    String hypothesis =
        "Experiment "
            + experiment.name()
            + ". Hypothesis: "
            + experiment.hypothesis()
            + (experiment.expected() == null ? "" : "\nExpected: " + experiment.expected())
            + aborts(experiment);
    incident = posting.post(incident, hypothesis);
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

  private static String aborts(Experiment experiment) {
    return experiment.abort().isEmpty()
        ? ""
        : "\nAbort it when: "
            + String.join(
                "; ",
                experiment.abort().stream()
                    .map(one -> one.words() + (one.forPeople() ? " (nobody measures it)" : ""))
                    .toList());
  }

  private Command.Declare declaration(Experiment experiment) {
    String named = experiment.severity();
    Severity severity = named == null ? null : house.severities().find(named).orElse(null);
    String service = experiment.service();
    return new Command.Declare(
        experiment.title(),
        severity == null ? house.severities().assumed() : severity,
        service == null ? List.of() : List.of(service),
        null,
        null,
        Visibility.PUBLIC,
        Mode.DRILL,
        true,
        null);
  }

  /** What a rule makes of a drill. */
  private interface Rule {
    Turn of(Drill drill);
  }

  private Answer on(Utterance.Drilling said, @Nullable ChannelId place, Rule rule) {
    Optional<Incident> meant = meant(said.target(), place);
    Optional<Drill> drill = meant.map(Incident::number).flatMap(drills::of);
    if (meant.isEmpty() || drill.isEmpty()) {
      return meant
          .flatMap(one -> new Replaying(tx, house, actor, now).order(one, said.order()))
          .orElseGet(() -> none(said.target()));
    }
    Incident incident = meant.get();
    Turn turn = rule.of(drill.get());
    if (turn.refused()) {
      return new Answer(
          incident.number(), false, Prose.of("Nothing was recorded: " + turn.answer()), List.of());
    }
    new DrillPosting(tx, incidents, actor, now).store(incident, turn);
    return Answer.recorded(incident.number(), Prose.of(turn.answer()));
  }

  private Answer shown(Utterance.Drilling said, @Nullable ChannelId place, boolean report) {
    Optional<Incident> meant = meant(said.target(), place);
    Optional<Drill> drill = meant.map(Incident::number).flatMap(drills::of);
    if (meant.isEmpty() || drill.isEmpty()) {
      return meant
          .flatMap(one -> new Replaying(tx, house, actor, now).order(one, said.order()))
          .orElseGet(() -> said.target() == null && !report ? list() : none(said.target()));
    }
    var samples = drills.samples(meant.get().number());
    return report
        ? new Answer(
            meant.get().number(),
            false,
            Prose.of(Report.of(meant.get(), drill.get(), samples)),
            List.of())
        : DrillWords.status(meant.get(), drill.get(), samples);
  }

  private static Answer none(@Nullable IncidentNumber target) {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: ")
            .text(
                target == null
                    ? "no drill goes on here. Say it in the drill's channel, or name it: "
                    : target + " is no drill that you can see. A drill is named by its incident: ")
            .code("--incident-id INC-9")
            .text(". To begin one: ")
            .code("/incident drill run NAME")
            .text("."),
        Offer.plain("What can be run", "drill list"));
  }

  /** The incident that was named, that of the place, or the only drill that goes on; locked. */
  private Optional<Incident> meant(@Nullable IncidentNumber target, @Nullable ChannelId place) {
    if (target != null) {
      return Optional.of(target)
          .filter(number -> incidents.maySee(number, speaker().id()))
          .flatMap(incidents::lock);
    }
    Optional<Incident> here =
        place == null ? Optional.empty() : incidents.lockIn(place, speaker().id());
    if (here.isPresent()) {
      return here;
    }
    List<IncidentNumber> going =
        drills.underway().stream()
            .filter(number -> incidents.maySee(number, speaker().id()))
            .toList();
    return going.size() == 1 ? incidents.lock(going.getFirst()) : Optional.empty();
  }
}
