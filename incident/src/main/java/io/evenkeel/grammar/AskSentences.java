package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Scope;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Verbs that show something or take no text: join, postmortem, retry, war-room, list, help. */
final class AskSentences {
  private AskSentences() {}

  static Utterance join(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.order(new Command.Join());
  }

  static Utterance postmortem(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.order(new Command.SharePostmortem());
  }

  static Utterance retry(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.or(() -> new Utterance.Retry(said.target()));
  }

  static Utterance warRoom(Said said) {
    if (!said.free().empty() && said.text(said.free().until(1)).equalsIgnoreCase("create")) {
      said.remain(said.free().from(1));
    }
    said.leadingIncident(true);
    said.nothingLeft();
    return said.question(new Asked.WarRoom());
  }

  static Utterance list(Said said) {
    Span free = said.free();
    if (free.empty()) {
      return said.question(new Asked.Listing(Scope.OPEN));
    }
    String typed = said.text(free.until(1)).toLowerCase(Locale.ROOT);
    said.remain(free.from(1));
    said.nothingLeft();
    var scope =
        Arrays.stream(Scope.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(typed))
            .findFirst();
    if (scope.isEmpty()) {
      said.fail(
          Prose.of("I can list incidents that are open, mine or all, but not “")
              .text(Faults.echo(typed) + "”. For example ")
              .code("/incident " + Verb.LIST.example())
              .text("."),
          Offer.plain("Open", "list open"),
          Offer.plain("Mine", "list mine"),
          Offer.plain("All", "list all"));
    }
    return said.question(new Asked.Listing(scope.orElse(Scope.OPEN)));
  }

  static Utterance help(Said said) {
    Span free = said.free();
    if (free.empty()) {
      return said.question(new Asked.Help(null));
    }
    Optional<Grammar.Found> found = Grammar.verbs(said.rest(), free.words());
    if (found.isEmpty()) {
      return said.or(() -> UnknownVerb.answer("help", said.rest(), said.speaker()));
    }
    if (!found.get().rest().isEmpty()) {
      said.fail(Faults.leftOver(said, found.get().rest()));
    }
    return said.question(new Asked.Help(found.get().verb()));
  }
}
