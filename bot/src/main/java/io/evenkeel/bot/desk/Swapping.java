package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Shift;
import io.evenkeel.persistence.oncall.AskedSwap;
import io.evenkeel.persistence.oncall.AskedSwap.Stint;
import io.evenkeel.persistence.oncall.Swaps;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two people swap shifts: whoever asks names the other, who says yes or no. Nothing changes before
 * the yes: {@link SwapAnswering}.
 */
final class Swapping {
  /** Shifts further ahead are changed in the file. */
  private static final Duration AHEAD = Duration.ofDays(92);

  private final Rostering rostering;
  private final Swaps swaps;
  private final Instant now;

  Swapping(Rostering rostering) {
    this.rostering = rostering;
    swaps = new Swaps(rostering.tx());
    now = rostering.now();
  }

  Answer ask(RotaChange.Swap said) {
    Person asker = rostering.speaker();
    if (said.with().id().equals(asker.id())) {
      return refused("you cannot swap with yourself. Name who is to take your shift.");
    }
    return switch (RotaPlace.of(rostering, said, said.schedule(), said.layer())) {
      case RotaPlace.Unclear(Answer answer) -> answer;
      case RotaPlace.Clear(RotaPlace.Meant meant) -> ask(said, meant, asker);
    };
  }

  private Answer ask(RotaChange.Swap said, RotaPlace.Meant meant, Person asker) {
    Schedule schedule = meant.schedule();
    Instant from = said.from() == null || said.from().isBefore(now) ? now : said.from();
    Optional<Stint> mine = next(schedule, meant.layer(), asker, from);
    if (mine.isEmpty()) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING)
              .text("you have no shift in ")
              .strong(schedule.name().value())
              .text(meant.layer() == null ? "" : ", " + meant.layer().name())
              .text(" in the next three months, so there is nothing to swap."),
          Offer.plain("Who is on call", "oncall " + schedule.name()));
    }
    Stint given = mine.get();
    @Nullable Stint back =
        next(schedule, null, said.with(), now)
            .filter(theirs -> !theirs.layer().equals(given.layer()) || apart(theirs, given))
            .orElse(null);
    AskedSwap asked = swaps.ask(schedule.name(), asker, said.with(), given, back, now);
    rostering.audit("oncall-swap-asked", SwapWords.subject(asked), SwapWords.detail(asked));
    rostering.tell(
        asked.asked(),
        SwapWords.what(
            Prose.of("").mention(asker).text(" asks you to swap on call for "), asked, true),
        Offer.primary("Accept", "oncall accept " + asked.number()),
        Offer.plain("Decline", "oncall decline " + asked.number()));
    return new Answer(
        null,
        true,
        SwapWords.what(
                Prose.of("")
                    .mention(asked.asked())
                    .text(" is asked (swap #" + asked.number() + "): "),
                asked,
                false)
            .text(" Nothing changes before they say yes."),
        List.of(Offer.plain("Withdraw", "oncall withdraw swap " + asked.number())));
  }

  private static boolean apart(Stint one, Stint other) {
    return !one.from().isBefore(other.until()) || !other.from().isBefore(one.until());
  }

  /** The first shift of theirs that has any time after that instant. */
  private static Optional<Stint> next(
      Schedule schedule, @Nullable Layer only, Person who, Instant from) {
    return (only == null ? schedule.layers() : List.of(only))
        .stream()
            .flatMap(layer ->
                schedule.shifts(layer, from, from.plus(AHEAD)).stream()
                    .filter(shift -> shift.whoOrNobody().equals(who.name()))
                    .filter(shift -> shift.until() != null)
                    .limit(1))
            .map(shift -> stint(shift, from))
            .min(Comparator.comparing(Stint::from));
  }

  private static Stint stint(Shift shift, Instant from) {
    Instant since = shift.since();
    Instant until = shift.until();
    Instant begin = since == null || since.isBefore(from) ? from : since;
    return new Stint(shift.layer(), begin, until == null ? begin : until);
  }

  Answer withdraw(int number) {
    Optional<AskedSwap> found = swaps.lock(number);
    Person speaker = rostering.speaker();
    if (found.isEmpty() || !found.get().open() || found.get().late(now)) {
      return SwapWords.over(number);
    }
    AskedSwap swap = found.get();
    if (!swap.asker().id().equals(speaker.id())) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING + "swap #" + number + " was asked for by ")
              .mention(swap.asker())
              .text(", who alone can withdraw it."));
    }
    swaps.end(number, Swaps.End.WITHDRAWN, speaker, now);
    rostering.audit("oncall-swap-withdrawn", SwapWords.subject(swap), SwapWords.detail(swap));
    rostering.tell(
        swap.asked(),
        Prose.of("").mention(speaker).text(" does not ask for swap #" + number + " any more."));
    return new Answer(
        null, true, Prose.of("Swap #" + number + " is withdrawn. Nothing changes."), List.of());
  }

  private static Answer refused(String why) {
    return Answer.unchanged(Prose.of(Rostering.NOTHING + why));
  }
}
