package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Scope;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Verbs that show something or take no text: join, list, timeline, help and others. */
final class AskSentences {
  private AskSentences() {}

  static Utterance join(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.order(new Command.Join());
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

  /** {@code list [open|mine|all] [SEV-1] …}: a severity is understood without its flag. */
  static Utterance list(Said said) {
    var scales = said.speaker().severities();
    Scope scope = Scope.OPEN;
    Severity severity =
        said.flag(Flag.SEVERITY).flatMap(given -> severity(said, given)).orElse(null);
    for (Word word : said.free().words()) {
      Span one = new Span(said.rest(), List.of(word));
      String typed = said.text(one);
      Optional<Scope> known = scope(typed);
      Optional<Severity> level =
          severity == null ? Severities.find(typed, scales) : Optional.empty();
      if (known.isPresent()) {
        scope = known.get();
      } else if (level.isPresent()) {
        severity = level.get();
      } else {
        said.fail(notListed(typed));
      }
    }
    String service = said.flag(Flag.SERVICE).map(said::text).orElse(null);
    return said.question(new Asked.Listing(scope, severity, service, page(said).orElse(1)));
  }

  static Utterance timeline(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.question(new Asked.Timeline(page(said).orElse(null), said.has(Flag.HISTORY)));
  }

  private static Optional<Scope> scope(String typed) {
    return Arrays.stream(Scope.values())
        .filter(known -> known.name().equalsIgnoreCase(typed))
        .findFirst();
  }

  private static Optional<Severity> severity(Said said, Span given) {
    var found = Severities.find(said.text(given), said.speaker().severities());
    if (found.isEmpty()) {
      said.fail(
          Prose.of("There is no severity “" + Faults.echo(said.text(given)) + "” here. There are ")
              .then(Severities.named(said.speaker().severities()))
              .text("."),
          Severities.offers(said.speaker().severities(), right -> said.with(given, right.name())));
    }
    return found;
  }

  static Optional<Integer> page(Said said) {
    Span given = said.flag(Flag.PAGE).orElse(null);
    if (given == null) {
      return Optional.empty();
    }
    String typed = said.text(given);
    if (!typed.matches("0*[1-9][0-9]{0,5}")) {
      said.fail(
          Prose.of(
                  "Pages are counted from 1, and “"
                      + Faults.echo(typed)
                      + "” is none. For example ")
              .code("/incident " + said.verb().word() + " --page 2")
              .text("."),
          Offer.plain("First page", said.with(given, "1")));
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(typed));
  }

  private static Answer notListed(String typed) {
    return Answer.unchanged(
        Prose.of("I can list incidents that are open, mine or all, of a severity or a service, but")
            .text(" not “" + Faults.echo(typed) + "”. For example ")
            .code("/incident list all --severity SEV-1 --service api")
            .text("."),
        Offer.plain("Open", "list open"),
        Offer.plain("Mine", "list mine"),
        Offer.plain("All", "list all"),
        Offer.plain(
            Faults.label("Of the service " + typed), "list --service " + Offer.quoted(typed)));
  }

  /** {@code slo [service]}. */
  static Utterance slo(Said said) {
    String typed =
        Limit.SERVICE.fit(said.text(said.flag(Flag.SERVICE).orElseGet(said::free)).strip());
    if (Limit.SERVICE.over(typed)) {
      said.fail(Limit.SERVICE.words(typed));
    }
    return said.question(new Asked.Budget(typed.isEmpty() ? null : typed));
  }

  static Utterance help(Said said) {
    Span free = said.free();
    if (free.empty()) {
      return said.question(new Asked.Help(null));
    }
    if (said.text(free).equalsIgnoreCase("all")) {
      return said.question(new Asked.EveryVerb());
    }
    Optional<LeadingVerb> found = LeadingVerb.of(said.rest(), free.words());
    if (found.isEmpty()) {
      return said.or(() -> UnknownVerb.answer("help", said.rest(), said.speaker()));
    }
    if (!found.get().rest().isEmpty()) {
      said.fail(Faults.leftOver(said, found.get().rest()));
    }
    return said.question(new Asked.Help(found.get().verb()));
  }
}
