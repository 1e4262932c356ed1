package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.StandingIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Has somebody stand in for a while. Two at once on one layer are refused: nobody should have to
 * know which of two counts.
 */
final class Covering {
  private static final Duration LONGEST = Duration.ofDays(366);

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
    return switch (RotaPlace.of(rostering, said, said.schedule(), said.layer())) {
      case RotaPlace.Unclear(Answer answer) -> answer;
      case RotaPlace.Clear(RotaPlace.Meant meant) -> {
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
  private List<StandingIn> there(RotaPlace.Meant meant, RotaChange.StandIn said) {
    return overrides.of(meant.schedule().name(), said.from()).stream()
        .filter(one -> one.layer().equals(meant.first().name()))
        .filter(one -> one.from().isBefore(said.until()) && said.from().isBefore(one.until()))
        .toList();
  }

  private Answer taken(RotaChange.StandIn said, RotaPlace.Meant meant, StandingIn there) {
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
    var beside = new Beside(schedule, layer, said);
    List<String> replaced = beside.replaced();
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
    List<String> also = beside.also();
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

  static String detail(StandingIn one) {
    return one.layer() + ": " + one.who().name() + " from " + one.from() + " until " + one.until();
  }

  static Prose when(Prose words, Instant from, Instant until) {
    return words.text(" from ").when(from).text(" until ").when(until);
  }

  private static Offer withdrawal(StandingIn one) {
    return Offer.plain("Withdraw #" + one.number(), "oncall withdraw " + one.number());
  }
}
