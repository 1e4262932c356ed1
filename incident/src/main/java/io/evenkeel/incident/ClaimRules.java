package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is doing what right now, so that nobody does it twice. */
final class ClaimRules {
  /** What somebody else has done so shortly ago is worth a word to whoever begins the same. */
  private static final Duration RECENTLY = Duration.ofMinutes(30);

  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 4;

  private ClaimRules() {}

  static Decision begin(
      Incident incident, Board board, Command.BeginClaim command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "What people do is shown while it is open.");
    }
    Person me = Standing.doer(actor);
    Predicate<Claim> alike = claim -> Likeness.alike(claim.text(), command.text());
    Optional<Claim> mine = board.openClaims().stream().filter(by(me)).filter(alike).findFirst();
    if (mine.isPresent()) {
      return Change.refused(
          Prose.of("You have been on that for " + Ago.lasted(mine.get().since(), now))
              .text(" already, so nothing was recorded. When it is done: ")
              .code("/incident done")
              .text("."),
          doneButton("It is done", incident, mine.get()));
    }
    Optional<Claim> theirs =
        board.openClaims().stream().filter(by(me).negate()).filter(alike).findFirst();
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
        Offer.plain("Done", done(incident, command.text())));
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
        .filter(by(me).negate())
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

  static Decision end(
      Incident incident, Board board, Command.EndClaim command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Claim> mine = board.openClaims().stream().filter(by(me)).toList();
    String text = command.text();
    if (command.all() && !mine.isEmpty()) {
      return ended(incident, mine, null, actor, now);
    }
    if (text != null) {
      Predicate<Claim> alike = claim -> Likeness.alike(claim.text(), text);
      Optional<Claim> meant =
          exactly(mine, text)
              .or(() -> mine.stream().filter(alike).findFirst())
              .or(() -> mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty())
              .or(() -> exactly(board.openClaims(), text))
              .or(() -> board.openClaims().stream().filter(alike).findFirst());
      if (meant.isPresent()) {
        return ended(incident, List.of(meant.get()), text, actor, now);
      }
    } else if (mine.size() == 1) {
      return ended(incident, mine, null, actor, now);
    }
    return mine.isEmpty()
        ? nothing(incident, board, me, text)
        : Change.refused(
            Prose.of("Nothing was recorded yet: you are on " + mine.size() + " things on ")
                .strong(incident.label())
                .text(". Which one is done?"),
            which(incident, mine));
  }

  private static Optional<Claim> exactly(List<Claim> claims, String text) {
    return claims.stream().filter(claim -> claim.text().equalsIgnoreCase(text)).findFirst();
  }

  private static Decision ended(
      Incident incident, List<Claim> claims, @Nullable String said, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    var change = new Change(incident, actor, now);
    Prose words = Prose.of("Done on ").strong(incident.label()).text(": ");
    for (Claim claim : claims) {
      boolean own = claim.person().id().equals(me.id());
      String told = told(claim, said);
      words =
          words
              .text(change.unchanged() ? "" : ", ")
              .text("“" + told + "”, after " + Ago.lasted(claim.since(), now));
      change.keep(claim.settled(me, now));
      change.entry(
          EntryKind.CLAIM,
          me.name()
              + (own ? " is done: " : " says " + claim.person().name() + " is done: ")
              + told);
    }
    change.thread();
    change.effect(new Effect.RefreshCard());
    return change.accepted(words.text("."));
  }

  /** What was said at the end counts where it says more than what was claimed. */
  private static String told(Claim claim, @Nullable String said) {
    if (said == null || said.length() <= claim.text().length()) {
      return said == null || Likeness.alike(claim.text(), said)
          ? claim.text()
          : claim.text() + ": " + said;
    }
    return Likeness.alike(claim.text(), said) ? said : claim.text() + ": " + said;
  }

  private static Decision nothing(
      Incident incident, Board board, Person me, @Nullable String text) {
    var offers = new ArrayList<Offer>();
    if (text != null) {
      offers.add(
          Offer.plain(
              "Record it as a note",
              "note " + Offer.quoted("done: " + text) + " --incident-id " + incident.number()));
    }
    board.openTasks().stream()
        .filter(task -> task.assignee().id().equals(me.id()))
        .limit(MOST_BUTTONS)
        .map(task -> TaskChoice.doneButton(incident, task))
        .forEach(offers::add);
    Prose words =
        Prose.of("Nothing was recorded: you have not said that you are doing something on ")
            .strong(incident.label())
            .text(". It goes ")
            .code("/incident doing restart primary")
            .text(", and then ")
            .code("/incident done")
            .text(".");
    return Change.refused(words, offers.toArray(Offer[]::new));
  }

  private static Offer[] which(Incident incident, List<Claim> mine) {
    var offers = new ArrayList<Offer>();
    mine.stream()
        .limit(MOST_BUTTONS)
        .forEach(claim -> offers.add(doneButton(claim.text(), incident, claim)));
    offers.add(Offer.plain("All of it", "done --all --incident-id " + incident.number()));
    return offers.toArray(Offer[]::new);
  }

  private static Offer doneButton(String label, Incident incident, Claim claim) {
    return Offer.plain(Labels.fit(label), done(incident, claim.text()));
  }

  private static String done(Incident incident, String text) {
    return "done " + Offer.quoted(text) + " --incident-id " + incident.number();
  }

  private static Predicate<Claim> by(Person person) {
    return claim -> claim.person().id().equals(person.id());
  }
}
