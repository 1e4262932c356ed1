package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.WhichSchedule;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.ActorText;
import io.evenkeel.persistence.oncall.OnCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who changes who is on call. It is no part of any incident's story: it stands in tables of its own
 * and in the audit.
 */
final class Rostering {
  static final String NOTHING = "Nothing was recorded: ";

  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;
  private final List<AuditEntry> audited = new ArrayList<>();
  private final List<Effect.Say> told = new ArrayList<>();

  private Rostering(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
  }

  static Answer handle(Transaction tx, House house, Utterance.Rota said, Actor actor, Instant now) {
    var rostering = new Rostering(tx, house, actor, now);
    Answer answer =
        switch (said.change()) {
          case RotaChange.StandIn standIn -> new Covering(rostering).give(standIn);
          case RotaChange.Withdraw withdraw -> new Covering(rostering).withdraw(withdraw.number());
          case RotaChange.Swap swap -> new Swapping(rostering).ask(swap);
          case RotaChange.AnswerSwap(int number, boolean yes) ->
              new Swapping(rostering).answer(number, yes);
          case RotaChange.WithdrawSwap(int number) -> new Swapping(rostering).withdraw(number);
        };
    rostering.told.forEach(one -> new Effects(tx).say(one, now));
    rostering.audited.forEach(entry -> new Audit(tx).add(entry));
    return answer;
  }

  Transaction tx() {
    return tx;
  }

  Instant now() {
    return now;
  }

  Person speaker() {
    return Recording.person(actor);
  }

  /** Written once all else is: whoever appends to the audit makes others wait. */
  void audit(String action, String subject, String detail) {
    audited.add(new AuditEntry(ActorText.of(actor).actor(), action, subject, detail));
  }

  /** By direct message, unless it is they who do it. */
  void tell(Person person, Prose words, Offer... offers) {
    if (!person.id().equals(speaker().id())) {
      told.add(new Effect.Say(new Hearer.Somebody(person.id()), words, offers));
    }
  }

  /**
   * A schedule as it counts by now, and one of its layers.
   *
   * @param layer null where none was named
   */
  record Meant(Schedule schedule, @Nullable Layer layer) {
    /** The layer that was named, else the one that is asked first. */
    Layer first() {
      return layer == null ? schedule.layers().getFirst() : layer;
    }
  }

  /** What is meant, or why that is not clear. */
  sealed interface Place {
    record Clear(Meant meant) implements Place {}

    record Unclear(Answer answer) implements Place {}
  }

  Place place(RotaChange change, @Nullable String schedule, @Nullable String layer) {
    String named = schedule;
    String level = layer;
    if (named != null && level == null && house.oncall().find(named).isEmpty() && only(named)) {
      // "override @bob 2h secondary", where there is one schedule.
      level = named;
      named = null;
    }
    return switch (WhichSchedule.of(house.oncall(), named, NOTHING, change::typed)) {
      case WhichSchedule.Unclear(Answer answer) -> new Place.Unclear(answer);
      case WhichSchedule.Found(Schedule found) -> layer(found, level);
    };
  }

  private boolean only(String layer) {
    return house.oncall().all().size() == 1
        && find(house.oncall().all().getFirst(), layer).isPresent();
  }

  private Place layer(Schedule written, @Nullable String named) {
    Schedule schedule = schedule(written.name().value()).orElse(written);
    if (named == null) {
      return new Place.Clear(new Meant(schedule, null));
    }
    return find(schedule, named)
        .<Place>map(layer -> new Place.Clear(new Meant(schedule, layer)))
        .orElseGet(() ->
            new Place.Unclear(
                Answer.unchanged(
                    Prose.of(NOTHING)
                        .strong(schedule.name().value())
                        .text(" has no layer “" + named + "”. It has ")
                        .text(
                            String.join(", ", schedule.layers().stream().map(Layer::name).toList()))
                        .text("."))));
  }

  private static Optional<Layer> find(Schedule schedule, String called) {
    return schedule.layers().stream()
        .filter(layer -> layer.name().equalsIgnoreCase(called))
        .findFirst();
  }

  Optional<Schedule> schedule(String called) {
    return new OnCall(tx, house.oncall()).schedule(called, now);
  }
}
