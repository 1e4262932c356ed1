package io.evenkeel.bot.plain;

import io.evenkeel.bot.view.Plain;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer as plain lines: each button is a command that can be typed instead. */
final class PlainAnswer {
  private PlainAnswer() {}

  static String of(Answer answer) {
    return of(answer.words(), answer.offers());
  }

  static String of(Prose words, List<Offer> offers) {
    return Stream.concat(
            Stream.of(Plain.of(words)),
            offers.stream().map(offer -> "- " + offer.label() + ": " + offer.command()))
        .collect(Collectors.joining("\n"));
  }
}
