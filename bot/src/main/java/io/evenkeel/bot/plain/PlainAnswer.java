package io.evenkeel.bot.plain;

import io.evenkeel.bot.view.Plain;
import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer as plain lines: each button is a command that can be typed instead. */
final class PlainAnswer {
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{1,40})>");

  private PlainAnswer() {}

  static String of(Answer answer) {
    return of(answer.words(), answer.offers());
  }

  /** A command may name people as Slack does; outside Slack their user names are typed. */
  static String named(String text, Directory people) {
    return MENTION
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                people
                    .byId(new PersonId(found.group(1)))
                    .map(person -> "@" + person.name())
                    .orElse(found.group())));
  }

  static String of(Prose words, List<Offer> offers) {
    return Stream.concat(
            Stream.of(Plain.of(words)),
            offers.stream().map(offer -> "- " + offer.label() + ": " + offer.command()))
        .collect(Collectors.joining("\n"));
  }
}
