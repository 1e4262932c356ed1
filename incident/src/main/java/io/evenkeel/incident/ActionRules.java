package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done after the incident, so that it does not come back. Allowed at any time: most
 * are found once it is over.
 */
final class ActionRules {
  private ActionRules() {}

  static Decision add(
      Incident incident, Board board, ActionCommand.Add command, Actor actor, Instant now) {
    Person me = Standing.person(actor).orElse(Person.EVENKEEL);
    int number = board.actions().size() + 1;
    var item =
        new ActionItem(
            number,
            command.owner(),
            command.text(),
            command.due(),
            command.kind(),
            me,
            now,
            null,
            null);
    var terms = new ActionTerms(item);
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.ACTION, "Action item " + terms.described());
    Prose words =
        Prose.of("Action item " + number + " is kept for the postmortem of ")
            .strong(incident.label())
            .text(": “" + item.text() + "”" + terms.words() + ".");
    return kept(
        change, item, terms.missing().map(words::then).orElse(words), terms.classes(incident));
  }

  static Decision change(
      Incident incident, Board board, ActionCommand.Change command, Actor actor, Instant now) {
    Optional<ActionItem> open = open(board, command.number());
    if (open.isEmpty()) {
      return none(incident, board, command.number(), now);
    }
    ActionItem old = open.get();
    var item = old.with(command.owner(), command.due(), command.kind());
    if (item.equals(old)) {
      return Change.refused(
          Prose.of("Action item " + old.number() + " is so already. Nothing changed."));
    }
    var terms = new ActionTerms(item);
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.ACTION, "Action item " + terms.described());
    Prose words =
        Prose.of("Action item " + item.number() + " of ")
            .strong(incident.label())
            .text(" is now" + terms.words() + ": “" + item.text() + "”.");
    return command.owner() == null ? keeping(change, item, words) : kept(change, item, words);
  }

  static Decision close(
      Incident incident, Board board, ActionCommand.Close command, Actor actor, Instant now) {
    Optional<ActionItem> open = open(board, command.number());
    if (open.isEmpty()) {
      return none(incident, board, command.number(), now);
    }
    ActionItem old = open.get();
    var change = new Change(incident, actor, now);
    change.quote(
        EntryKind.ACTION,
        actor,
        "Action item " + old.number() + " is done: " + old.text(),
        now,
        command.link(),
        null);
    return keeping(
        change,
        old.closed(new Settled(Standing.doer(actor), now), command.link()),
        Prose.of("Action item " + old.number() + " of ")
            .strong(incident.label())
            .text(" is done: “" + old.text() + "”."));
  }

  /** The owner reads of it, unless they said it themselves. */
  private static Decision kept(Change change, ActionItem item, Prose words, Offer... offers) {
    Person owner = item.owner();
    Person me = Standing.person(change.actor).orElse(Person.EVENKEEL);
    if (owner != null && !owner.id().equals(me.id())) {
      change.effect(
          new Effect.Tell(new Addressee.Somebody(owner.id()), new News.OfAction(item.number())));
    }
    return keeping(change, item, words, offers);
  }

  private static Decision keeping(Change change, ActionItem item, Prose words, Offer... offers) {
    change.keep(item);
    change.thread();
    change.effect(new Effect.RefreshCard());
    return change.accepted(words, offers);
  }

  private static Optional<ActionItem> open(Board board, int number) {
    return board.openActions().stream().filter(item -> item.number() == number).findFirst();
  }

  private static Decision none(Incident incident, Board board, int number, Instant now) {
    List<ActionItem> known =
        board.actions().stream().filter(item -> item.number() == number).toList();
    @Nullable Settled closed = known.isEmpty() ? null : known.getFirst().closed();
    if (closed != null) {
      return Change.refused(
          Prose.of("Action item " + number + " is done already: ")
              .mention(closed.by())
              .text(" said so " + Ago.lasted(closed.at(), now) + " ago. Nothing changed."));
    }
    return Change.refused(
        Prose.of("Nothing was recorded: there is no action item " + number + " on ")
            .strong(incident.label())
            .text(". ")
            .code("/incident action list")
            .text(" shows all of them."),
        Offer.plain("Action items", "action list --incident-id " + incident.number()));
  }
}
