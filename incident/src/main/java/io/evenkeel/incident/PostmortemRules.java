package io.evenkeel.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who finishes a postmortem, and when they are asked for what only people know. */
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

  static String said(String command, Incident incident) {
    return command + " --incident-id " + incident.number();
  }
}
