package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.persistence.oncall.AskedSwap;
import io.evenkeel.persistence.oncall.AskedSwap.Stint;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.Swaps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever was asked to swap shifts says yes or no. A yes changes nothing when the rota has changed.
 */
final class SwapAnswering {
  private final Rostering rostering;
  private final Swaps swaps;
  private final Instant now;

  SwapAnswering(Rostering rostering) {
    this.rostering = rostering;
    swaps = new Swaps(rostering.tx());
    now = rostering.now();
  }

  Answer answer(int number, boolean yes) {
    Optional<AskedSwap> found = swaps.lock(number);
    Person speaker = rostering.speaker();
    if (found.isEmpty() || !found.get().open() || found.get().late(now)) {
      return SwapWords.over(number);
    }
    AskedSwap swap = found.get();
    if (!swap.asked().id().equals(speaker.id())) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING + "swap #" + number + " is for ")
              .mention(swap.asked())
              .text(" to answer."));
    }
    return yes ? accept(swap, speaker) : decline(swap, speaker);
  }

  private Answer accept(AskedSwap swap, Person speaker) {
    new Overrides(rostering.tx()).lock();
    Optional<Schedule> schedule = rostering.schedule(swap.schedule().value());
    Stint given = swap.given().after(now);
    Stint back = swap.back() == null ? null : swap.back().after(now);
    boolean stands =
        schedule.isPresent()
            && has(schedule.get(), swap.asker(), given)
            && (back == null || has(schedule.get(), swap.asked(), back));
    if (!stands) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING + "the rota has changed since swap #" + swap.number())
              .text(" was asked for, so these shifts are not yours to swap as they were. Let ")
              .mention(swap.asker())
              .text(" ask again."),
          Offer.plain("Who is on call", "oncall " + swap.schedule()));
    }
    take(swap, given, swap.asked());
    if (back != null) {
      take(swap, back, swap.asker());
    }
    swaps.end(swap.number(), Swaps.End.ACCEPTED, speaker, now);
    rostering.audit("oncall-swap-accepted", SwapWords.subject(swap), SwapWords.detail(swap));
    rostering.tell(
        swap.asker(),
        SwapWords.what(
            Prose.of("").mention(speaker).text(" said yes to swap #" + swap.number() + ": "),
            swap,
            false));
    return new Answer(
        null,
        true,
        SwapWords.what(Prose.of("Swap #" + swap.number() + " is done: "), swap, true),
        List.of(Offer.plain("Overrides", "oncall overrides " + swap.schedule())));
  }

  /** Whether they are on call there for all of that time. */
  private static boolean has(Schedule schedule, Person who, Stint stint) {
    return schedule
        .layer(stint.layer())
        .filter(layer ->
            schedule.shifts(layer, stint.from(), stint.until()).stream()
                .allMatch(shift -> shift.whoOrNobody().equals(who.name())))
        .isPresent();
  }

  private void take(AskedSwap swap, Stint stint, Person who) {
    new Overrides(rostering.tx())
        .add(
            swap.schedule(),
            stint.layer(),
            who,
            stint.from(),
            stint.until(),
            rostering.speaker(),
            swap.number(),
            now);
  }

  private Answer decline(AskedSwap swap, Person speaker) {
    swaps.end(swap.number(), Swaps.End.DECLINED, speaker, now);
    rostering.audit("oncall-swap-declined", SwapWords.subject(swap), SwapWords.detail(swap));
    rostering.tell(
        swap.asker(),
        Prose.of("")
            .mention(speaker)
            .text(" said no to swap #" + swap.number() + ": your shift for ")
            .strong(swap.schedule().value())
            .text(" stays yours. To ask somebody else: ")
            .code("/incident oncall swap @name " + swap.schedule())
            .text("."));
    return new Answer(
        null,
        true,
        Prose.of("You said no to swap #" + swap.number() + ". Nothing changes, and ")
            .mention(swap.asker())
            .text(" is told."),
        List.of());
  }
}
