package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
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
          case RotaChange.Withdraw withdraw ->
              new Uncovering(rostering).withdraw(withdraw.number());
          case RotaChange.Swap swap -> new Swapping(rostering).ask(swap);
          case RotaChange.AnswerSwap(int number, boolean yes) ->
              new SwapAnswering(rostering).answer(number, yes);
          case RotaChange.WithdrawSwap(int number) -> new Swapping(rostering).withdraw(number);
        };
    rostering.told.forEach(one -> new Effects(tx).say(one, now));
    rostering.audited.forEach(entry -> new Audit(tx).add(entry));
    return answer;
  }

  Transaction tx() {
    return tx;
  }

  Schedules written() {
    return house.oncall();
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

  /** As it counts by now, with those who stand in. */
  Optional<Schedule> schedule(String called) {
    return new OnCall(tx, house.oncall()).schedule(called, now);
  }
}
