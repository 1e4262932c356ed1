package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;

/**
 * {@code note INC-12 shows the same errors}: written into INC-12, or a note about it? A guess could
 * put words into the wrong timeline, so the person says.
 */
final class WhichIncident {
  private WhichIncident() {}

  static void ask(Said said) {
    if (said.target() != null || said.free().empty()) {
      return;
    }
    Span all = said.free();
    said.leadingIncident(false);
    var named = said.target();
    if (named == null || said.free().empty()) {
      return;
    }
    said.fail(
        Prose.of("Nothing was recorded yet: does " + named + " say where it belongs, or is it part")
            .text(" of the text?"),
        Offer.primary(
            "Record it on " + named,
            said.verb().word()
                + " --incident-id "
                + named
                + " "
                + CleanText.trimmed(said.rest().substring(all.first().end()))),
        Offer.plain("It is part of the text", said.with(all, Offer.quoted(said.text(all)))));
  }
}
