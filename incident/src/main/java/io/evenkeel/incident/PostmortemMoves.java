package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a postmortem is: a draft, in review, reviewed, published, and back. Its gate holds it
 * back before it counts as reviewed, unless somebody says why it goes on all the same.
 */
final class PostmortemMoves {
  private PostmortemMoves() {}

  static PostmortemRules.Decided move(
      Incident incident,
      Postmortem before,
      PostmortemCommand.Move command,
      List<String> lacking,
      Actor actor,
      Instant now) {
    Optional<Decision> none = PostmortemRules.refused(incident);
    if (none.isPresent()) {
      return new PostmortemRules.Decided(none.get(), before);
    }
    Postmortem.State to = command.to();
    if (before.state() == to) {
      return new PostmortemRules.Decided(
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
      return new PostmortemRules.Decided(gate(incident, to, lacking), before);
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
    return new PostmortemRules.Decided(change.accepted(words, onward(incident, to)), before.in(to));
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
        Offer.primary("Edit a section", PostmortemRules.said("postmortem edit", incident)),
        Offer.plain("All checks", PostmortemRules.said("postmortem check", incident)));
  }

  private static Offer[] onward(Incident incident, Postmortem.State to) {
    return switch (to) {
      case DRAFT -> PostmortemRules.offers(incident);
      case IN_REVIEW ->
          new Offer[] {
            Offer.plain("Checks", PostmortemRules.said("postmortem check", incident)),
            Offer.primary("It is reviewed", PostmortemRules.said("postmortem reviewed", incident))
          };
      case REVIEWED ->
          new Offer[] {
            Offer.primary("Publish", PostmortemRules.said("postmortem publish", incident))
          };
      case PUBLISHED ->
          new Offer[] {
            Offer.plain("Back to a draft", PostmortemRules.said("postmortem draft", incident))
          };
    };
  }
}
