package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Shift;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.StandingIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody stands in for a while. Two at once on one layer are refused: nobody should have to know
 * which of two counts.
 */
final class Covering {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MOST_NAMED = 3;

  private final Rostering rostering;
  private final Overrides overrides;

  Covering(Rostering rostering) {
    this.rostering = rostering;
    overrides = new Overrides(rostering.tx());
  }

  Answer give(RotaChange.StandIn said) {
    Instant now = rostering.now();
    Optional<Answer> impossible = impossible(said, now);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    overrides.lock();
    return switch (rostering.place(said, said.schedule(), said.layer())) {
      case Rostering.Place.Unclear(Answer answer) -> answer;
      case Rostering.Place.Clear(Rostering.Meant meant) -> {
        List<StandingIn> there = there(meant, said);
        yield there.isEmpty()
            ? given(said, meant.schedule(), meant.first())
            : taken(said, meant, there.getFirst());
      }
    };
  }

  private static Optional<Answer> impossible(RotaChange.StandIn said, Instant now) {
    if (!said.until().isAfter(said.from())) {
      return refused("that ends before it begins. Say a later end, such as 2h or until 18:00.");
    }
    if (!said.until().isAfter(now)) {
      return refused("that is over already. Who was on call then stays as it was.");
    }
    if (Duration.between(said.from(), said.until()).compareTo(LONGEST) > 0) {
      return refused("nobody stands in for more than a year. Change the schedule in the file.");
    }
    return Optional.empty();
  }

  private static Optional<Answer> refused(String why) {
    return Optional.of(Answer.unchanged(Prose.of(Rostering.NOTHING + why)));
  }

  /** Those on the layer at the same time. */
  private List<StandingIn> there(Rostering.Meant meant, RotaChange.StandIn said) {
    return overrides.of(meant.schedule().name(), said.from()).stream()
        .filter(one -> one.layer().equals(meant.first().name()))
        .filter(one -> one.from().isBefore(said.until()) && said.from().isBefore(one.until()))
        .toList();
  }

  private Answer taken(RotaChange.StandIn said, Rostering.Meant meant, StandingIn there) {
    boolean same = there.who().id().equals(said.who().id());
    return Answer.unchanged(
        when(
                Prose.of(Rostering.NOTHING)
                    .mention(there.who())
                    .text(" stands in already (#" + there.number() + ") for ")
                    .strong(meant.schedule().name().value())
                    .text(", " + there.layer()),
                there.from(),
                there.until())
            .text(". Two at once would leave it open who counts. ")
            .text(
                same
                    ? "To change the time, withdraw that one first."
                    : "Withdraw that one first, or name a time outside it."),
        withdrawal(there),
        Offer.plain("All overrides", "oncall overrides " + meant.schedule().name()));
  }

  private Answer given(RotaChange.StandIn said, Schedule schedule, Layer layer) {
    Person who = said.who();
    List<String> replaced = onCall(schedule, layer, said, who);
    StandingIn given =
        overrides.add(
            schedule.name(),
            layer.name(),
            who,
            said.from(),
            said.until(),
            rostering.speaker(),
            null,
            rostering.now());
    Prose what =
        when(
            Prose.of(" on call for ").strong(schedule.name().value()).text(", " + layer.name()),
            given.from(),
            given.until());
    rostering.audit("oncall-override", schedule.name() + " #" + given.number(), detail(given));
    rostering.tell(
        who,
        Prose.of("You are").then(what).text(": ").mention(given.givenBy()).text(" asked for it."),
        withdrawal(given));
    Prose words =
        Prose.of("").mention(who).text(" is").then(what).text(" (#" + given.number() + ")");
    words =
        replaced.isEmpty()
            ? words.text(".")
            : words.text(", in the place of " + String.join(", ", replaced) + ".");
    List<String> also = also(schedule, layer, said, who);
    return new Answer(
        null,
        true,
        also.isEmpty()
            ? words
            : words.text(
                " Mind that they are also "
                    + String.join(" and ", also)
                    + " then, so an escalation would reach the same person."),
        List.of(withdrawal(given)));
  }

  /** Who would be on call on the layer in that time, without themselves. */
  private static List<String> onCall(
      Schedule schedule, Layer layer, RotaChange.StandIn said, Person who) {
    List<String> names =
        schedule.shifts(layer, said.from(), said.until()).stream()
            .map(Shift::who)
            .filter(Objects::nonNull)
            .map(Participant::name)
            .filter(name -> !name.equals(who.name()))
            .distinct()
            .toList();
    if (names.size() <= MOST_NAMED) {
      return names;
    }
    var some = new ArrayList<>(names.subList(0, MOST_NAMED));
    some.add((names.size() - MOST_NAMED) + " more");
    return some;
  }

  /** Other layers on which they are on call in that time. */
  private static List<String> also(
      Schedule schedule, Layer layer, RotaChange.StandIn said, Person who) {
    return schedule.layers().stream()
        .filter(other -> !other.name().equals(layer.name()))
        .filter(other ->
            schedule.shifts(other, said.from(), said.until()).stream()
                .anyMatch(shift -> shift.whoOrNobody().equals(who.name())))
        .map(Layer::name)
        .toList();
  }

  Answer withdraw(int number) {
    Optional<StandingIn> found = overrides.find(number);
    if (found.isEmpty()) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING)
              .text("there is no override #" + number + " that counts. ")
              .code("/incident oncall overrides")
              .text(" shows those that do."),
          Offer.plain("All overrides", "oncall overrides"));
    }
    StandingIn one = found.get();
    if (!one.until().isAfter(rostering.now())) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING + "override #" + number + " is over already."));
    }
    Integer swap = one.swap();
    // A swap is one promise: half of it would leave somebody with both shifts.
    List<StandingIn> all =
        swap == null
            ? List.of(one)
            : overrides.ofSwap(swap).stream()
                .filter(half -> half.until().isAfter(rostering.now()))
                .toList();
    Prose words = Prose.of(swap == null ? "" : "Both halves of swap #" + swap + " are withdrawn. ");
    var undo = new ArrayList<Offer>();
    for (StandingIn half : all) {
      words = withdraw(half, words);
      undo.add(
          Offer.plain(
              all.size() == 1 ? "Undo" : "Undo #" + half.number(),
              new RotaChange.StandIn(half.who(), half.from(), half.until(), null, half.layer())
                  .typed(half.schedule().value())));
    }
    return new Answer(null, true, words.text("The schedule counts again."), undo);
  }

  private Prose withdraw(StandingIn one, Prose before) {
    overrides.withdraw(one.number(), rostering.speaker(), rostering.now());
    Prose what =
        when(
            Prose.of(" for ").strong(one.schedule().value()).text(", " + one.layer()),
            one.from(),
            one.until());
    rostering.audit("oncall-override-withdrawn", one.schedule() + " #" + one.number(), detail(one));
    rostering.tell(
        one.who(),
        Prose.of("")
            .mention(rostering.speaker())
            .text(" withdrew it: you do not stand in")
            .then(what)
            .text(" any more."));
    return before
        .text("Override #" + one.number() + " is withdrawn: ")
        .mention(one.who())
        .text(" does not stand in")
        .then(what)
        .text(" any more. ");
  }

  private static String detail(StandingIn one) {
    return one.layer() + ": " + one.who().name() + " from " + one.from() + " until " + one.until();
  }

  static Prose when(Prose words, Instant from, Instant until) {
    return words.text(" from ").when(from).text(" until ").when(until);
  }

  private static Offer withdrawal(StandingIn one) {
    return Offer.plain("Withdraw #" + one.number(), "oncall withdraw " + one.number());
  }
}
