package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.StepOrder;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code runbook [name]}, {@code runbook tick 3 [name]}, {@code untick 3}, {@code list}. */
final class RunbookSentence {
  private static final String TICK = "tick|check|done|did";
  private static final String UNTICK = "untick|uncheck|undo|undone";

  private RunbookSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    String first = free.empty() ? "" : said.text(free.until(1)).toLowerCase(Locale.ROOT);
    boolean plain = !free.empty() && !free.first().quoted();
    if (plain && (first.matches(TICK) || first.matches(UNTICK))) {
      return step(said, free, first.matches(TICK));
    }
    if (plain && free.words().size() == 1 && first.matches("list|ls|all")) {
      return said.question(new Asked.Guides());
    }
    return said.question(new Asked.Guide(name(said, free), AskSentences.page(said).orElse(null)));
  }

  private static Utterance step(Said said, Span free, boolean done) {
    Span behind = free.from(1);
    Optional<Integer> number =
        behind.empty() ? Optional.empty() : Counted.read(said.text(behind.until(1)));
    if (number.isEmpty()) {
      said.fail(
          Faults.missing(Verb.RUNBOOK, "say the number of the step, as the runbook shows it."));
      return said.or(() -> new Utterance.Question(new Asked.Guide(null, null), said.target()));
    }
    String read = said.flag(Flag.READ).map(said::text).orElse(null);
    var order = new StepOrder(name(said, behind.from(1)), number.get(), done, read);
    return said.order(new Command.Follow(order));
  }

  private static @Nullable String name(Said said, Span span) {
    if (span.empty()) {
      return null;
    }
    String name = Limit.SERVICE.fit(said.text(span));
    if (Limit.SERVICE.over(name)) {
      said.fail(Limit.SERVICE.words(name));
    }
    return name;
  }
}
