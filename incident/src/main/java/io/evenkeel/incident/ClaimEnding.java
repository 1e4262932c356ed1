package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody says that what they were doing is done, or given up. Rule 1: the words need only be
 * like those of the claim. Rule 2: who is on one thing need not name it. Rule 3: anybody may say it
 * of somebody else, by their words.
 */
final class ClaimEnding {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 4;

  private ClaimEnding() {}

  static Decision end(
      Incident incident, Board board, Command.EndClaim command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Claim> mine = board.openClaims().stream().filter(claim -> claim.by(me)).toList();
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
      boolean own = claim.by(me);
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
        .forEach(claim -> offers.add(button(claim.text(), incident, claim)));
    offers.add(Offer.plain("All of it", "done --all --incident-id " + incident.number()));
    return offers.toArray(Offer[]::new);
  }

  /** For a claim, with these words on it: it is done. */
  static Offer button(String label, Incident incident, Claim claim) {
    return Offer.plain(Labels.fit(label), command(incident, claim.text()));
  }

  /** What is typed to say so. */
  static String command(Incident incident, String text) {
    return "done " + Offer.quoted(text) + " --incident-id " + incident.number();
  }
}
