package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code update}, {@code status}, {@code mitigate}: how an incident moves. */
final class ProgressSentences {
  private static final List<Status> OFFERED =
      List.of(Status.INVESTIGATING, Status.IDENTIFIED, Status.MONITORING);

  private ProgressSentences() {}

  static Utterance update(Said said) {
    said.leadingIncident(false);
    if (said.has(Flag.EDIT)) {
      return CorrectSentence.editUpdate(said);
    }
    boolean typed = said.typedText(Flag.MESSAGE);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    Status status = said.flag(Flag.STATUS).map(given -> status(said, given)).orElse(null);
    Duration next = next(said);
    boolean bare = !typed && !said.has(Flag.NEXT) && !said.has(Flag.INTERNAL);
    if (bare && status != null) {
      return said.or(() ->
          new Utterance.Order(
              Verb.STATUS, said.rest(), said.target(), new Command.ChangeStatus(status, null)));
    }
    if (bare) {
      return said.or(() ->
          new Utterance.Form(
              Verb.UPDATE, said.target(), Faults.missing(Verb.UPDATE, "say where things stand.")));
    }
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.UPDATE, "the update has no text."));
    }
    return said.order(new Command.Update(text, status, next, said.has(Flag.INTERNAL)));
  }

  static Utterance status(Said said) {
    said.leadingIncident(true);
    Span first = said.flag(Flag.STATUS).orElse(null);
    if (first == null && !said.free().empty()) {
      first = said.free().until(1);
      said.remain(said.free().from(1));
    }
    if (first == null) {
      said.flag(Flag.MESSAGE)
          .ifPresent(_ -> said.fail(Faults.missing(Verb.STATUS, "say the status.")));
      return said.question(new Asked.Card());
    }
    verbInstead(said, first);
    Status status = status(said, first);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    return said.order(
        new Command.ChangeStatus(
            status == null ? Status.INVESTIGATING : status, text.isEmpty() ? null : text));
  }

  static Utterance mitigate(Said said) {
    said.leadingIncident(false);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    return said.order(new Command.Mitigate(text.isEmpty() ? null : text));
  }

  /** {@code status mitigated} is what {@code mitigate} does. */
  private static void verbInstead(Said said, Span given) {
    String typed = said.text(given);
    Verb verb = Status.find(typed).isPresent() ? null : Verb.find(typed).orElse(null);
    if (verb == Verb.MITIGATE || verb == Verb.RESOLVE) {
      said.fail(
          Prose.of("Nothing was recorded: that is said with ")
              .code("/incident " + verb.word())
              .text("."),
          Offer.primary(
              verb.word(),
              CleanText.trimmed(verb.word() + " " + CleanText.trimmed(after(said, given)))));
    }
  }

  private static String after(Said said, Span given) {
    String rest = said.rest();
    return rest.substring(0, given.start()) + rest.substring(given.end());
  }

  private static @Nullable Status status(Said said, Span given) {
    String typed = said.text(given).replaceFirst("[:,]$", "");
    var status = Status.find(typed);
    if (status.isEmpty()) {
      var words = Arrays.stream(Status.values()).map(Status::word).toList();
      var near = Nearest.of(typed, words).stream().findFirst();
      Prose answer =
          Prose.of("Nothing was recorded: there is no status “" + Faults.echo(typed) + "”. ")
              .text(near.map(word -> "The nearest is " + word + ". ").orElse(""))
              .text("There are investigating, identified and monitoring; ")
              .code("/incident resolve")
              .text(" ends an incident.");
      var offered = near.flatMap(Status::find).map(List::of).orElse(OFFERED);
      said.fail(
          answer,
          offered.stream()
              .map(to -> Offer.plain(to.word(), said.with(given, to.word())))
              .toArray(Offer[]::new));
    }
    return status.orElse(null);
  }

  private static @Nullable Duration next(Said said) {
    Span given = said.flag(Flag.NEXT).orElse(null);
    if (given == null) {
      return null;
    }
    String typed = given.compact(said.speaker().directory());
    var next = Times.ahead(typed, said.speaker());
    if (next.isEmpty()) {
      said.fail(
          Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” does not say when the next")
              .text(" update comes. Type ")
              .code("--next 30m")
              .text(" or ")
              .code("--next 15:00")
              .text(", at most 31 days ahead: ")
              .code("/incident " + Verb.UPDATE.example())
              .text("."));
    }
    return next.orElse(null);
  }
}
