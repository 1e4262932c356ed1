package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.StandingIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Withdraws that somebody stands in; both halves, where it came of a swap. */
final class Uncovering {
  private final Rostering rostering;
  private final Overrides overrides;

  Uncovering(Rostering rostering) {
    this.rostering = rostering;
    overrides = new Overrides(rostering.tx());
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
        Covering.when(
            Prose.of(" for ").strong(one.schedule().value()).text(", " + one.layer()),
            one.from(),
            one.until());
    rostering.audit(
        "oncall-override-withdrawn", one.schedule() + " #" + one.number(), Covering.detail(one));
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
}
