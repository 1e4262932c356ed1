package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Upkeep;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.incident.ActorText;
import io.evenkeel.persistence.maintenance.Maintenances;
import io.evenkeel.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When services are worked on. It is no part of an incident's story: it stands in a table of its
 * own and in the audit, with who said it and when.
 */
final class Maintaining {
  private static final String NOTHING = "Nothing was recorded: ";
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration FURTHEST = Duration.ofDays(366);
  private static final int MOST_NAMED = 5;

  private final Maintenances known;
  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;

  private Maintaining(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    known = new Maintenances(tx);
  }

  static Answer handle(Transaction tx, House house, Upkeep said, Actor actor, Instant now) {
    var maintaining = new Maintaining(tx, house, actor, now);
    return switch (said) {
      case Upkeep.Plan plan -> maintaining.plan(plan);
      case Upkeep.Cancel(int number) -> maintaining.cancel(number);
      case Upkeep.End(int number) -> maintaining.end(number);
    };
  }

  private Answer plan(Upkeep.Plan said) {
    if (!said.until().isAfter(said.from())) {
      return refused("that ends before it begins. Say a later end, such as for 2h.");
    }
    if (Duration.between(said.from(), said.until()).compareTo(LONGEST) > 0) {
      return refused(
          "that is more than a week. Plan the hours in which it is really worked on, each by"
              + " itself.");
    }
    if (Duration.between(now, said.from()).abs().compareTo(FURTHEST) > 0) {
      return refused("that is more than a year away. Check the date.");
    }
    Optional<Service> service = house.watched().services().find(said.service());
    if (service.isEmpty() && !house.watched().services().all().isEmpty()) {
      return unknown(said);
    }
    String name = service.map(Service::name).orElse(said.service());
    List<Maintained> there = known.during(name, said.from(), said.until());
    Maintained planned =
        known.plan(name, said.from(), said.until(), said.reason(), Recording.person(actor), now);
    audit("maintenance-planned", planned);
    Prose words =
        when(Prose.of("Maintenance #" + planned.number() + " of ").strong(name), planned)
            .text(said.reason().isEmpty() ? "." : ": " + said.reason() + ".")
            .text(consequence(planned));
    if (!there.isEmpty()) {
      words = words.text(" It overlaps #" + there.getFirst().number() + "; that counts once.");
    }
    return new Answer(null, true, words, List.of(offer(planned)));
  }

  private String consequence(Maintained planned) {
    if (planned.afterTheFact()) {
      return " It was over before it was planned, and is kept as such: it quietens no alert and its"
          + " budgets count that time as any other.";
    }
    return planned.plannedLate()
        ? " A part of it is over already, which counts as any other time. From now on its alerts"
            + " are quiet and its budgets leave that time out."
        : " Its alerts are quiet then, and its budgets leave that time out.";
  }

  private Answer unknown(Upkeep.Plan said) {
    List<String> names =
        house.watched().services().all().stream().map(Service::name).sorted().toList();
    String near = said.service().toLowerCase(java.util.Locale.ROOT);
    var offers = new ArrayList<Offer>();
    names.stream()
        .filter(name -> name.contains(near) || near.contains(name))
        .limit(MOST_NAMED)
        .forEach(name ->
            offers.add(
                Offer.plain(
                    name,
                    new Upkeep.Plan(name, said.from(), said.until(), said.reason()).typed())));
    String some = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return Answer.unchanged(
        Prose.of(NOTHING + "no service is called “" + said.service() + "”. There is " + some)
            .text(names.size() > MOST_NAMED ? " and more." : "."),
        offers.toArray(Offer[]::new));
  }

  private Answer cancel(int number) {
    Optional<Maintained> found = known.find(number);
    if (found.isEmpty()) {
      return none(number);
    }
    Maintained one = found.get();
    if (one.quiets(now) && !now.equals(one.plannedAt())) {
      return Answer.unchanged(
          Prose.of(NOTHING + "maintenance #" + number + " goes on, and what was quiet cannot be")
              .text(" undone. End it instead."),
          Offer.primary("End #" + number, new Upkeep.End(number).typed()));
    }
    if (!one.afterTheFact() && !one.end().isAfter(now)) {
      return refused("maintenance #" + number + " is over already, and stays as it was.");
    }
    known.cancel(number, Recording.person(actor), now);
    audit("maintenance-cancelled", one);
    return new Answer(
        null,
        true,
        when(Prose.of("Maintenance #" + number + " of ").strong(one.service()), one)
            .text(" is cancelled."),
        List.of(
            Offer.plain(
                "Plan it again",
                new Upkeep.Plan(one.service(), one.from(), one.until(), one.reason()).typed())));
  }

  private Answer end(int number) {
    Optional<Maintained> found = known.find(number);
    if (found.isEmpty()) {
      return none(number);
    }
    Maintained one = found.get();
    if (one.from().isAfter(now)) {
      return Answer.unchanged(
          Prose.of(NOTHING + "maintenance #" + number + " has not begun. To drop it, cancel it."),
          Offer.primary("Cancel #" + number, new Upkeep.Cancel(number).typed()));
    }
    if (!known.end(number, Recording.person(actor), now)) {
      return refused("maintenance #" + number + " is over already.");
    }
    audit("maintenance-ended", one);
    return new Answer(
        null,
        true,
        Prose.of("Maintenance #" + number + " of ")
            .strong(one.service())
            .text(
                " is over: its alerts and budgets count again from now on. What still fires is"
                    + " treated as if it began now."),
        List.of());
  }

  private static Answer none(int number) {
    return Answer.unchanged(
        Prose.of(NOTHING + "there is no maintenance #" + number + ". ")
            .code("/incident maintenance list")
            .text(" shows those that there are."),
        Offer.plain("All maintenances", "maintenance list"));
  }

  private static Answer refused(String why) {
    return Answer.unchanged(Prose.of(NOTHING + why));
  }

  private Offer offer(Maintained one) {
    return one.quiets(now)
        ? Offer.plain("End #" + one.number(), new Upkeep.End(one.number()).typed())
        : Offer.plain("Cancel #" + one.number(), new Upkeep.Cancel(one.number()).typed());
  }

  private static Prose when(Prose words, Maintained one) {
    return words.text(" from ").when(one.from()).text(" until ").when(one.until());
  }

  private void audit(String action, Maintained one) {
    new Audit(tx)
        .add(
            new AuditEntry(
                ActorText.of(actor).actor(),
                action,
                one.service() + " #" + one.number(),
                one.from()
                    + " until "
                    + one.until()
                    + (one.afterTheFact() ? ", after the fact" : "")));
  }
}
