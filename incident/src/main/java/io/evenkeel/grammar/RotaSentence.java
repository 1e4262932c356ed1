package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code oncall [schedule] [--at "tomorrow 09:00"]}, {@code oncall override @user 2h [schedule]},
 * {@code oncall overrides}, {@code oncall withdraw 3}, {@code oncall swap @user [schedule]}, {@code
 * oncall accept 4}, {@code oncall decline 4}, {@code oncall withdraw swap 4}.
 */
final class RotaSentence {
  private static final String OVERRIDE = "override|cover|stand-in|standin";
  private static final String OVERRIDES = "overrides|list|ls";
  private static final String WITHDRAW = "withdraw|remove|cancel|delete|drop";
  private static final String SWAP = "swap|trade|exchange";
  private static final String ACCEPT = "accept|yes";
  private static final String DECLINE = "decline|no";

  /** "until", a day and a time, a zone: no time is longer. */
  private static final int LONGEST = 6;

  private RotaSentence() {}

  static Utterance read(Said said) {
    Span free = said.free();
    String first = free.empty() ? "" : free.first().raw().toLowerCase(Locale.ROOT);
    boolean plain = !free.empty() && free.first().plain();
    if (plain && first.matches(OVERRIDE)) {
      return override(said, free.from(1));
    }
    if (plain && first.matches(SWAP)) {
      return swap(said, free.from(1));
    }
    if (plain && first.matches(OVERRIDES)) {
      none(said, Flag.MOMENT, Flag.SINCE, Flag.UNTIL, Flag.LAYER, Flag.USER);
      return said.question(new Asked.StandIns(name(said, free.from(1))));
    }
    if (plain && first.matches(WITHDRAW + "|" + ACCEPT + "|" + DECLINE)) {
      return numbered(said, first, free.from(1));
    }
    none(said, Flag.SINCE, Flag.UNTIL, Flag.LAYER, Flag.USER);
    return said.question(new Asked.OnCall(name(said, free), moment(said, Flag.MOMENT)));
  }

  private static Utterance override(Said said, Span rest) {
    none(said, Flag.MOMENT);
    Addressed to = to(said, rest);
    Person who = to.person(said, "one person is on call, not a group.");
    if (to.who().empty()) {
      said.fail(Faults.missing(Verb.ONCALL, "say who stands in: oncall override @user 2h."));
    }
    Instant from = moment(said, Flag.SINCE);
    Instant begin = from == null ? said.speaker().now() : from;
    Time time = Time.in(to.words(), said.speaker(), begin);
    Instant until = said.has(Flag.UNTIL) ? until(said, begin) : time.until();
    Names names = Names.of(said, said.has(Flag.UNTIL) ? to.words() : time.rest());
    if (until == null) {
      said.fail(
          Prose.of("Nothing was recorded: for how long? It goes ")
              .code("/incident oncall override @user 2h")
              .text(" or ")
              .code("/incident oncall override @user until 18:00")
              .text("."));
    }
    return said.or(() ->
        new Utterance.Rota(
            new RotaChange.StandIn(
                who == null ? said.speaker().person() : who,
                begin,
                until == null ? begin : until,
                names.schedule(),
                names.layer())));
  }

  private static Utterance swap(Said said, Span rest) {
    none(said, Flag.MOMENT, Flag.UNTIL);
    boolean linked = !rest.empty() && rest.first().raw().equalsIgnoreCase("with");
    Addressed to = to(said, linked ? rest.from(1) : rest);
    Person with = to.person(said, "one person is on call, not a group.");
    if (to.who().empty()) {
      said.fail(Faults.missing(Verb.ONCALL, "say with whom: oncall swap @user."));
    }
    Instant from = moment(said, Flag.SINCE);
    Names names = Names.of(said, to.words());
    return said.or(() ->
        new Utterance.Rota(
            new RotaChange.Swap(
                with == null ? said.speaker().person() : with,
                from,
                names.schedule(),
                names.layer())));
  }

  private static Addressed to(Said said, Span rest) {
    return said.flag(Flag.USER)
        .map(user -> new Addressed(user, rest))
        .orElseGet(() -> Addressed.of(rest, said.speaker()));
  }

  /** What is about one override or one swap. */
  private static Utterance numbered(Said said, String word, Span rest) {
    none(said, Flag.MOMENT, Flag.SINCE, Flag.UNTIL, Flag.LAYER, Flag.USER);
    boolean withdraw = word.matches(WITHDRAW);
    boolean swap = !rest.empty() && rest.first().raw().toLowerCase(Locale.ROOT).matches(SWAP);
    boolean kind = swap || (!rest.empty() && rest.first().raw().matches("(?i)" + OVERRIDE));
    Span left = kind ? rest.from(1) : rest;
    Optional<Integer> number = left.empty() ? Optional.empty() : Counted.read(left.first().raw());
    if (number.isEmpty()) {
      said.fail(
          Prose.of("Nothing was recorded: which one? It goes ")
              .code("/incident oncall " + word + (swap && withdraw ? " swap" : "") + " 3")
              .text("; ")
              .code("/incident oncall overrides")
              .text(" shows the numbers."));
    } else {
      said.remain(left.from(1));
      said.nothingLeft();
    }
    int which = number.orElse(0);
    return said.or(() ->
        new Utterance.Rota(
            withdraw
                ? swap ? new RotaChange.WithdrawSwap(which) : new RotaChange.Withdraw(which)
                : new RotaChange.AnswerSwap(which, word.matches(ACCEPT))));
  }

  /** Flags that say nothing here. */
  private static void none(Said said, Flag... flags) {
    for (Flag flag : flags) {
      if (said.has(flag)) {
        said.fail(Faults.leftOver(said, flag.typed()));
      }
    }
  }

  private static @Nullable Instant moment(Said said, Flag flag) {
    Span given = said.flag(flag).orElse(null);
    if (given == null) {
      return null;
    }
    String typed = given.compact(said.speaker().directory());
    var at = Times.moment(typed, said.speaker());
    if (at.isEmpty()) {
      said.fail(notATime(typed));
    }
    return at.orElse(null);
  }

  private static @Nullable Instant until(Said said, Instant from) {
    String typed = said.flag(Flag.UNTIL).orElseThrow().compact(said.speaker().directory());
    var at = Time.ending(typed, said.speaker(), from);
    if (at.isEmpty()) {
      said.fail(notATime(typed));
    }
    return at.orElse(null);
  }

  private static Prose notATime(String typed) {
    return Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not a time that I")
        .text(" understand. Type it like tomorrow 09:00, fri 18:00, 2026-12-24 09:00 or 2h, in")
        .text(" your own time zone.");
  }

  /** One schedule's name, or none. */
  private static @Nullable String name(Said said, Span words) {
    if (words.empty()) {
      return null;
    }
    said.remain(words.from(1));
    said.nothingLeft();
    return bare(said.text(words.until(1)));
  }

  private static String bare(String typed) {
    return Faults.echo(typed.replaceFirst("^[#@]", ""));
  }

  /** How long somebody stands in, said among other words. */
  private record Time(Span rest, @Nullable Instant until) {

    static Time in(Span words, Speaker speaker, Instant from) {
      int size = words.words().size();
      for (int at = 0; at < size; at++) {
        for (int length = Math.min(LONGEST, size - at); length > 0; length--) {
          Span some = words.from(at).until(length);
          Optional<Instant> until = said(some.compact(speaker.directory()), speaker, from);
          if (until.isPresent()) {
            List<Word> rest = new ArrayList<>(words.until(at).words());
            rest.addAll(words.from(at + length).words());
            return new Time(new Span(words.source(), rest), until.get());
          }
        }
      }
      return new Time(words, null);
    }

    /** A length stands alone; a moment has "until" before it, or a name could be taken for it. */
    private static Optional<Instant> said(String typed, Speaker speaker, Instant from) {
      String text = typed.toLowerCase(Locale.ROOT);
      String moment = text.replaceFirst("^(?:until|till|to) ", "");
      return moment.equals(text)
          ? Durations.parse(text.replaceFirst("^for ", ""))
              .filter(Duration::isPositive)
              .map(from::plus)
          : ending(moment, speaker, from);
    }

    /** A moment, or a length that is counted from the beginning. */
    private static Optional<Instant> ending(String typed, Speaker speaker, Instant from) {
      return Durations.parse(typed.toLowerCase(Locale.ROOT))
          .filter(Duration::isPositive)
          .map(from::plus)
          .or(() -> Times.moment(typed, speaker, from));
    }
  }

  /** Which schedule, and which of its layers. */
  private record Names(@Nullable String schedule, @Nullable String layer) {

    static Names of(Said said, Span words) {
      String layer = said.flag(Flag.LAYER).map(said::text).map(RotaSentence::bare).orElse(null);
      if (words.empty()) {
        said.remain(words);
        return new Names(null, layer);
      }
      boolean two = words.words().size() > 1 && layer == null;
      said.remain(words.from(two ? 2 : 1));
      said.nothingLeft();
      return new Names(
          bare(said.text(words.until(1))), two ? bare(said.text(words.from(1).until(1))) : layer);
    }
  }
}
