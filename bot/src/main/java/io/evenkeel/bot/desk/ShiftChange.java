package io.evenkeel.bot.desk;

import io.evenkeel.incident.Ago;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Shift;
import io.evenkeel.oncall.Why;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.oncall.OnDuty;
import io.evenkeel.persistence.oncall.ShiftChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Announces a change of shifts in the channel of its schedule, and lets whoever goes off shift hand
 * over the roles that they still hold.
 */
final class ShiftChange {
  /** One that is told of within this time is not called late. */
  private static final Duration IN_TIME = Duration.ofMinutes(2);

  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private static final int LONGEST_LABEL = 75;

  private final Transaction tx;
  private final OnCall onCall;
  private final ScheduleName schedule;
  private final Instant now;

  private ShiftChange(Transaction tx, House house, ScheduleName schedule, Instant now) {
    this.tx = tx;
    onCall = new OnCall(tx, house.oncall());
    this.schedule = schedule;
    this.now = now;
  }

  static Answer tell(Transaction tx, House house, String called, Instant now) {
    var schedule = new ScheduleName(called);
    String channel = house.oncall().channels().get(schedule);
    List<ShiftChanges.Change> changes =
        new ShiftChanges(tx, house.oncall())
            .take(schedule, now).stream().filter(change -> !change.first()).toList();
    return channel == null || changes.isEmpty()
        ? Errands.nothing()
        : new ShiftChange(tx, house, schedule, now).tell(channel, changes);
  }

  private Answer tell(String channel, List<ShiftChanges.Change> changes) {
    Prose words = Prose.of("🔁 Shift change for ").strong(schedule.value()).text(":");
    for (ShiftChanges.Change change : changes) {
      words = line(words, change);
    }
    new Effects(tx)
        .say(
            new Effect.Say(
                new Hearer.Channel(channel),
                words,
                Offer.plain("Who is on call", "oncall " + schedule)),
            now);
    changes.forEach(this::relieve);
    return Errands.said("A change of shifts of " + schedule + " is announced.");
  }

  private Prose line(Prose before, ShiftChanges.Change change) {
    Shift shift = change.now();
    OnDuty duty = onCall.known(List.of(shift)).getFirst();
    Prose words = before.text("\n• " + shift.layer() + " is ");
    Person person = duty.person();
    words = person == null ? words.strong(shift.whoOrNobody()) : words.mention(person);
    words = shift.why() == Why.ROTATION ? words : words.text(" (" + shift.why().words() + ")");
    words = duty.cannotBeTold() ? words.text(" ⚠️ (cannot be told in Slack)") : words;
    Participant gone = change.before();
    words = gone == null ? words : words.text(", after " + gone.name());
    Instant until = shift.until();
    words = until == null ? words : words.text(", until ").when(until);
    Instant since = change.at();
    return since != null && since.plus(IN_TIME).isBefore(now)
        ? words.text(" (since ").when(since).text(", told " + Ago.lasted(since, now) + " late)")
        : words.text(".");
  }

  /** Whoever goes off shift and still holds roles may hand each to who comes on. */
  private void relieve(ShiftChanges.Change change) {
    @Nullable Person off = person(change.before());
    @Nullable Person on = person(change.now().who());
    if (off == null) {
      return;
    }
    var offers = new ArrayList<Offer>();
    Prose words =
        Prose.of("Your shift for ")
            .strong(schedule.value())
            .text(", " + change.now().layer() + ", is over");
    words = on == null ? words : words.text("; ").mention(on).text(" is on call now");
    words = words.text(". You still hold:");
    for (Incident incident : new Incidents(tx).openOf(off.id())) {
      for (Role role : incident.roles().keySet()) {
        if (incident.holder(role).filter(held -> held.person().id().equals(off.id())).isPresent()) {
          words = words.text("\n• " + role.words() + " of ").strong(incident.label());
          if (on != null) {
            offers.add(offer(incident, role, on));
          } else {
            offers.add(Offer.plain("Open " + incident.number(), "status " + incident.number()));
          }
        }
      }
    }
    if (!offers.isEmpty()) {
      new Effects(tx)
          .say(
              new Effect.Say(
                  new Hearer.Somebody(off.id()),
                  words.text("\nThey stay yours until somebody takes them."),
                  offers.stream().limit(MOST_BUTTONS).toArray(Offer[]::new)),
              now);
    }
  }

  /** A button that is a form of the grammar: the other one is asked, and says yes or no. */
  private static Offer offer(Incident incident, Role role, Person on) {
    String label = "Hand " + role.words() + " of " + incident.number() + " to @" + on.name();
    return Offer.primary(
        label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label,
        "handover " + role.name() + " <@" + on.id() + "> --incident-id " + incident.number());
  }

  private @Nullable Person person(@Nullable Participant who) {
    return who == null
        ? null
        : onCall.known(List.of(new Shift("", who, null, null, Why.ROTATION))).getFirst().person();
  }
}
