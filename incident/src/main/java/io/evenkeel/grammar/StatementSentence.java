package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.StatementCommand;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code statement customer text}, {@code statement approve 2}, {@code statement list}. */
final class StatementSentence {
  private static final String APPROVE = "approve|approved|ok|okay|yes|accept";
  private static final String DECLINE = "decline|declined|reject|no|withdraw";
  private static final String CHANGE = "change|edit";

  private StatementSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    if (free.empty()) {
      return said.has(Flag.MESSAGE) ? forWhom(said) : said.question(new Asked.Statements());
    }
    String first = LeadingVerb.bare(free.first().raw()).toLowerCase(Locale.ROOT);
    Optional<Audience> audience = Audience.find(first.equals("for") ? second(free) : first);
    if (audience.isPresent()) {
      said.remain(free.from(first.equals("for") ? 2 : 1));
      return written(said, audience.get());
    }
    if (first.matches("list|ls|all|open") && free.words().size() == 1) {
      return said.question(new Asked.Statements());
    }
    if (first.matches(APPROVE + "|" + DECLINE + "|" + CHANGE)) {
      said.remain(free.from(1));
      return answered(said, first);
    }
    return forWhom(said);
  }

  private static String second(Span free) {
    Span rest = free.from(1);
    return rest.empty() ? "" : LeadingVerb.bare(rest.first().raw());
  }

  private static Utterance written(Said said, Audience audience) {
    if (!said.typedText(Flag.MESSAGE)) {
      return form(said, audience.typed(), "say it in the same line.");
    }
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.STATEMENT, "the statement has no text."));
    }
    return said.order(new StatementCommand.Write(audience, text, false));
  }

  private static Utterance answered(Said said, String word) {
    Integer number = number(said);
    if (word.matches(CHANGE)) {
      if (number == null) {
        said.fail(Faults.missing(Verb.STATEMENT, "say which one by its number."));
      }
      String which = number == null ? "" : number.toString();
      if (!said.typedText(Flag.MESSAGE)) {
        return form(said, which, "say the new words in the same line.");
      }
      String text = said.text(Limit.TEXT, Flag.MESSAGE);
      return said.order(new StatementCommand.Change(number == null ? 0 : number, text, false));
    }
    if (word.matches(APPROVE)) {
      said.nothingLeft();
      return said.order(new StatementCommand.Approve(number));
    }
    String why = said.text(Limit.TEXT, Flag.MESSAGE);
    return said.order(new StatementCommand.Decline(number, why.isEmpty() ? null : why));
  }

  private static @Nullable Integer number(Said said) {
    Span free = said.free();
    if (free.empty() || !free.first().plain()) {
      return null;
    }
    Optional<Integer> number = Counted.read(free.first().raw());
    number.ifPresent(_ -> said.remain(free.from(1)));
    return number.orElse(null);
  }

  private static Utterance form(Said said, String about, String missing) {
    return said.or(() ->
        new Utterance.Form(
            Verb.STATEMENT, said.target(), Faults.missing(Verb.STATEMENT, missing), null, about));
  }

  private static Utterance forWhom(Said said) {
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    said.fail(
        Prose.of("Nothing was recorded: say for whom, customer or executive: ")
            .code("/incident " + Verb.STATEMENT.example())
            .text("."),
        Offer.plain("For customers", "statement customer " + Offer.quoted(text)),
        Offer.plain("For executives", "statement executive " + Offer.quoted(text)));
    return said.question(new Asked.Statements());
  }
}
