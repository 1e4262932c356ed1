package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who finishes a postmortem, and how far it is. */
public final class PostmortemRules {
  private PostmortemRules() {}

  /**
   * @param postmortem as it is from now on
   */
  public record Decided(Decision decision, Postmortem postmortem) {}

  static Decided own(
      Incident incident,
      Postmortem before,
      PostmortemCommand.Own command,
      @Nullable Instant ask,
      Actor actor,
      Instant now) {
    Optional<Decision> none = refused(incident);
    if (none.isPresent()) {
      return new Decided(none.get(), before);
    }
    var due = command.due() == null ? before.due() : command.due();
    Postmortem after = before.ownedBy(command.owner(), due, ask);
    if (after.equals(before)) {
      return new Decided(
          Change.refused(
              Prose.of("").mention(command.owner()).text(" has it already. Nothing changed.")),
          before);
    }
    var change = new Change(incident, actor, now);
    String by = due == null ? "" : ", by " + due;
    change.entry(
        EntryKind.POSTMORTEM, "Postmortem: " + command.owner().name() + " finishes it" + by);
    change.thread();
    Person me = Standing.doer(actor);
    boolean mine = me.id().equals(command.owner().id());
    if (!mine) {
      change.effect(
          new Effect.Tell(new Addressee.Somebody(command.owner().id()), new News.OfPostmortem()));
    }
    Prose words = mine ? Prose.of("You") : Prose.of("").mention(command.owner());
    words =
        words
            .text(mine ? " finish the postmortem of " : " finishes the postmortem of ")
            .strong(incident.label())
            .text(by + ".");
    words =
        after.askAt() == null || after.askedAt() != null
            ? words
            : words.text(" Four short questions come at ").at(after.askAt()).text(".");
    return new Decided(change.accepted(words, offers(incident)), after);
  }

  static Decided move(
      Incident incident,
      Postmortem before,
      PostmortemCommand.Move command,
      List<String> lacking,
      Actor actor,
      Instant now) {
    Optional<Decision> none = refused(incident);
    if (none.isPresent()) {
      return new Decided(none.get(), before);
    }
    Postmortem.State to = command.to();
    if (before.state() == to) {
      return new Decided(
          Change.refused(
              Prose.of("The postmortem of ")
                  .strong(incident.label())
                  .text(" is " + to.words() + " already. Nothing changed.")),
          before);
    }
    // What is reviewed has passed: publishing it asks for no second look.
    boolean gated =
        to == Postmortem.State.REVIEWED
            || (to == Postmortem.State.PUBLISHED && before.state() != Postmortem.State.REVIEWED);
    String force = command.force();
    if (gated && !lacking.isEmpty() && force == null) {
      return new Decided(gate(incident, to, lacking), before);
    }
    boolean despite = gated && !lacking.isEmpty();
    var change = new Change(incident, actor, now);
    change.entry(
        EntryKind.POSTMORTEM,
        "Postmortem is "
            + (to == Postmortem.State.DRAFT ? "a draft again" : to.words())
            + (despite ? ", although " + lacking.size() + " of its checks fail: " + force : ""));
    change.thread();
    if (to == Postmortem.State.REVIEWED || to == Postmortem.State.PUBLISHED) {
      change.effect(new Effect.KeepFile());
    }
    Prose words =
        Prose.of("The postmortem of ")
            .strong(incident.label())
            .text(to == Postmortem.State.DRAFT ? " is a draft again." : " is " + to.words() + ".");
    words = despite ? words.text(" Your reason stands in the timeline and in the audit.") : words;
    return new Decided(change.accepted(words, onward(incident, to)), before.in(to));
  }

  static Decided ask(
      Incident incident,
      Postmortem before,
      PostmortemCommand.Ask command,
      Actor actor,
      Instant now) {
    boolean due = command.at().equals(before.askAt()) && before.askedAt() == null;
    boolean finished = before.state().settled();
    if (!due || finished || incident.open() || refused(incident).isPresent()) {
      return new Decided(
          Change.refused(Prose.of("There is nothing to ask.")), due ? before.asked(now) : before);
    }
    var change = new Change(incident, actor, now);
    Person owner = before.owner();
    change.effect(
        new Effect.Tell(
            owner == null ? new Addressee.Commander() : new Addressee.Somebody(owner.id()),
            new News.OfPostmortem()));
    return new Decided(change.accepted(Prose.of("Asked.")), before.asked(now));
  }

  private static Decision gate(Incident incident, Postmortem.State to, List<String> lacking) {
    Prose words =
        Prose.of("Nothing was recorded: the postmortem of ")
            .strong(incident.label())
            .text(" is not " + to.words() + " yet. It still needs:");
    for (String lack : lacking) {
      words = words.text("\n• " + lack);
    }
    String word = to == Postmortem.State.PUBLISHED ? "publish" : "reviewed";
    return Change.refused(
        words
            .text("\nTo go on although it does: ")
            .code("/incident postmortem " + word + " --force <why>")
            .text("."),
        Offer.primary("Edit a section", said("postmortem edit", incident)),
        Offer.plain("All checks", said("postmortem check", incident)));
  }

  /** What is none, and what goes on elsewhere, has no postmortem of its own. */
  static Optional<Decision> refused(Incident incident) {
    if (incident.noise()) {
      return Optional.of(
          Endings.over(incident, "What turned out to be no incident gets no postmortem."));
    }
    return incident.status() == Status.MERGED
        ? Optional.of(
            Endings.over(incident, "Its postmortem is the one of the incident it goes on in."))
        : Optional.empty();
  }

  static Offer[] offers(Incident incident) {
    return new Offer[] {
      Offer.plain("Edit a section", said("postmortem edit", incident)),
      Offer.plain("Four questions", said("postmortem questions", incident))
    };
  }

  private static Offer[] onward(Incident incident, Postmortem.State to) {
    return switch (to) {
      case DRAFT -> offers(incident);
      case IN_REVIEW ->
          new Offer[] {
            Offer.plain("Checks", said("postmortem check", incident)),
            Offer.primary("It is reviewed", said("postmortem reviewed", incident))
          };
      case REVIEWED -> new Offer[] {Offer.primary("Publish", said("postmortem publish", incident))};
      case PUBLISHED ->
          new Offer[] {Offer.plain("Back to a draft", said("postmortem draft", incident))};
    };
  }

  private static String said(String command, Incident incident) {
    return command + " --incident-id " + incident.number();
  }
}
