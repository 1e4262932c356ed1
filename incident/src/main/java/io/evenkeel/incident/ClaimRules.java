package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is doing what right now, so that nobody does it twice. */
final class ClaimRules {
  /** What somebody else has done so shortly ago is worth a word to whoever begins the same. */
  private static final Duration RECENTLY = Duration.ofMinutes(30);

  private ClaimRules() {}

  static Decision begin(
      Incident incident, Board board, Command.BeginClaim command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "What people do is shown while it is open.");
    }
    Person me = Standing.doer(actor);
    Predicate<Claim> alike = claim -> Likeness.alike(claim.text(), command.text());
    Optional<Claim> mine =
        board.openClaims().stream().filter(claim -> claim.by(me)).filter(alike).findFirst();
    if (mine.isPresent()) {
      return Change.refused(
          Prose.of("You have been on that for " + Ago.lasted(mine.get().since(), now))
              .text(" already, so nothing was recorded. When it is done: ")
              .code("/incident done")
              .text("."),
          ClaimEnding.button("It is done", incident, mine.get()));
    }
    Optional<Claim> theirs =
        board.openClaims().stream().filter(claim -> !claim.by(me)).filter(alike).findFirst();
    if (theirs.isPresent() && !command.anyway()) {
      return taken(incident, theirs.get(), command.text(), now);
    }
    var change = new Change(incident, actor, now);
    change.keep(new Claim(board.claims().size() + 1, me, command.text(), now, null));
    change.entry(EntryKind.CLAIM, me.name() + " is doing: " + command.text());
    change.thread();
    change.effect(new Effect.RefreshCard());
    Prose words =
        Prose.of("Everybody sees on the card of ")
            .strong(incident.label())
            .text(" that you are on it: “" + command.text() + "”.");
    return change.accepted(
        before(board, me, alike, now).map(words::then).orElse(words),
        Offer.plain("Done", ClaimEnding.command(incident, command.text())));
  }

  private static Decision taken(Incident incident, Claim claim, String text, Instant now) {
    String id = " --incident-id " + incident.number();
    return Change.refused(
        Prose.of("")
            .mention(claim.person())
            .text(" has been " + Gerund.of(claim.text()) + " for ")
            .text(Ago.lasted(claim.since(), now) + " on ")
            .strong(incident.label())
            .text(", so nothing was recorded. Talk to them first, or do it anyway."),
        Offer.plain("Do it anyway", "doing --anyway " + Offer.quoted(text) + id));
  }

  /** Somebody else has just done the same: that is no reason not to do it, but worth knowing. */
  private static Optional<Prose> before(
      Board board, Person me, Predicate<Claim> alike, Instant now) {
    return board.claims().stream()
        .filter(claim -> !claim.by(me))
        .filter(alike)
        .filter(claim -> claim.ended() != null && claim.ended().at().plus(RECENTLY).isAfter(now))
        .reduce((_, later) -> later)
        .map(claim -> {
          Settled ended = claim.ended();
          Instant at = ended == null ? now : ended.at();
          return Prose.of(" ")
              .mention(claim.person())
              .text(" was done with “" + claim.text() + "” " + Ago.lasted(at, now) + " ago.");
        });
  }
}
