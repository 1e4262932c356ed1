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
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.Swaps;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two people swap shifts: whoever asks names the other, who says yes or no. Nothing changes before
 * the yes, and nothing on a yes when the rota has changed under it.
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
    return switch (rostering.place(said, said.schedule(), said.layer())) {
      case Rostering.Place.Unclear(Answer answer) -> answer;
      case Rostering.Place.Clear(Rostering.Meant meant) -> ask(said, meant, asker);
    };
  }

  private Answer ask(RotaChange.Swap said, Rostering.Meant meant, Person asker) {
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
    rostering.audit("oncall-swap-asked", subject(asked), detail(asked));
    rostering.tell(
        asked.asked(),
        what(Prose.of("").mention(asker).text(" asks you to swap on call for "), asked, true),
        Offer.primary("Accept", "oncall accept " + asked.number()),
        Offer.plain("Decline", "oncall decline " + asked.number()));
    return new Answer(
        null,
        true,
        what(
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

  Answer answer(int number, boolean yes) {
    Optional<AskedSwap> found = swaps.lock(number);
    Person speaker = rostering.speaker();
    if (found.isEmpty() || !found.get().open() || found.get().late(now)) {
      return over(number);
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
    rostering.audit("oncall-swap-accepted", subject(swap), detail(swap));
    rostering.tell(
        swap.asker(),
        what(
            Prose.of("").mention(speaker).text(" said yes to swap #" + swap.number() + ": "),
            swap,
            false));
    return new Answer(
        null,
        true,
        what(Prose.of("Swap #" + swap.number() + " is done: "), swap, true),
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
    rostering.audit("oncall-swap-declined", subject(swap), detail(swap));
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

  Answer withdraw(int number) {
    Optional<AskedSwap> found = swaps.lock(number);
    Person speaker = rostering.speaker();
    if (found.isEmpty() || !found.get().open() || found.get().late(now)) {
      return over(number);
    }
    AskedSwap swap = found.get();
    if (!swap.asker().id().equals(speaker.id())) {
      return Answer.unchanged(
          Prose.of(Rostering.NOTHING + "swap #" + number + " was asked for by ")
              .mention(swap.asker())
              .text(", who alone can withdraw it."));
    }
    swaps.end(number, Swaps.End.WITHDRAWN, speaker, now);
    rostering.audit("oncall-swap-withdrawn", subject(swap), detail(swap));
    rostering.tell(
        swap.asked(),
        Prose.of("").mention(speaker).text(" does not ask for swap #" + number + " any more."));
    return new Answer(
        null, true, Prose.of("Swap #" + number + " is withdrawn. Nothing changes."), List.of());
  }

  private static Answer over(int number) {
    return Answer.unchanged(
        Prose.of(Rostering.NOTHING + "no swap #" + number + " waits for an answer. ")
            .code("/incident oncall overrides")
            .text(" shows those that do."),
        Offer.plain("Overrides and swaps", "oncall overrides"));
  }

  /** Who takes what: to the one who is asked ("you take …"), or to others by name. */
  private static Prose what(Prose words, AskedSwap swap, boolean toAsked) {
    Prose begun = toAsked ? words.strong(swap.schedule().value()).text(": you take ") : words;
    Prose first =
        toAsked
            ? begun
            : begun
                .mention(swap.asked())
                .text(" takes ")
                .strong(swap.schedule().value())
                .text(", ");
    Prose given =
        Covering.when(first.text(swap.given().layer()), swap.given().from(), swap.given().until());
    Stint back = swap.back();
    return back == null
        ? given.text(". No shift comes back for it.")
        : Covering.when(
                given.text("; ").mention(swap.asker()).text(" takes " + back.layer()),
                back.from(),
                back.until())
            .text(".");
  }

  private static String subject(AskedSwap swap) {
    return swap.schedule() + " swap #" + swap.number();
  }

  private static String detail(AskedSwap swap) {
    Stint back = swap.back();
    return swap.asked().name()
        + " takes "
        + text(swap.given())
        + (back == null ? "" : "; " + swap.asker().name() + " takes " + text(back));
  }

  private static String text(Stint stint) {
    return stint.layer() + " from " + stint.from() + " until " + stint.until();
  }

  private static Answer refused(String why) {
    return Answer.unchanged(Prose.of(Rostering.NOTHING + why));
  }
}
