package io.evenkeel.bot.desk;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.DrillRules;
import io.evenkeel.drill.Report;
import io.evenkeel.drill.Turn;
import io.evenkeel.grammar.DrillOrder;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who moves a drill on, or asks for it; {@link DrillBeginning} begins one. */
final class Drilling {
  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;
  private final Incidents incidents;
  private final Drills drills;
  private final DrillBeginning beginning;

  Drilling(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    incidents = new Incidents(tx);
    drills = new Drills(tx);
    beginning = new DrillBeginning(tx, house, actor, now);
  }

  Answer handle(Utterance.Drilling said, @Nullable ChannelId place) {
    return switch (said.order()) {
      case DrillOrder.ListAll _ -> beginning.list();
      case DrillOrder.Run(String name) -> beginning.run(name);
      case DrillOrder.Replay(IncidentNumber source, int speed) ->
          new ReplayBeginning(tx, house, actor, now).begin(source, speed);
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

  /** What a rule makes of a drill. */
  private interface Rule {
    Turn of(Drill drill);
  }

  private Answer on(Utterance.Drilling said, @Nullable ChannelId place, Rule rule) {
    Optional<Incident> meant = meant(said.target(), place);
    Optional<Drill> drill = meant.map(Incident::number).flatMap(drills::of);
    if (meant.isEmpty() || drill.isEmpty()) {
      return meant
          .flatMap(one -> new Replaying(tx, actor, now).order(one, said.order()))
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
          .flatMap(one -> new Replaying(tx, actor, now).order(one, said.order()))
          .orElseGet(
              () -> said.target() == null && !report ? beginning.list() : none(said.target()));
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
