package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

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
      return said.question(new Asked.StandIns(RotaNames.schedule(said, free.from(1))));
    }
    if (plain && first.matches(WITHDRAW + "|" + ACCEPT + "|" + DECLINE)) {
      return numbered(said, first, free.from(1));
    }
    none(said, Flag.SINCE, Flag.UNTIL, Flag.LAYER, Flag.USER);
    return said.question(
        new Asked.OnCall(RotaNames.schedule(said, free), CoverTime.moment(said, Flag.MOMENT)));
  }

  private static Utterance override(Said said, Span rest) {
    none(said, Flag.MOMENT);
    Addressed to = to(said, rest);
    Person who = to.person(said, "one person is on call, not a group.");
    if (to.who().empty()) {
      said.fail(Faults.missing(Verb.ONCALL, "say who stands in: oncall override @user 2h."));
    }
    Instant from = CoverTime.moment(said, Flag.SINCE);
    Instant begin = from == null ? said.speaker().now() : from;
    CoverTime time = CoverTime.in(to.words(), said.speaker(), begin);
    Instant until = said.has(Flag.UNTIL) ? CoverTime.until(said, begin) : time.until();
    RotaNames names = RotaNames.of(said, said.has(Flag.UNTIL) ? to.words() : time.rest());
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
    Instant from = CoverTime.moment(said, Flag.SINCE);
    RotaNames names = RotaNames.of(said, to.words());
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
}
