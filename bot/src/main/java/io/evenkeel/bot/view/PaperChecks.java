package io.evenkeel.bot.view;

import io.evenkeel.incident.Ago;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Prose;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.revision.Gate;
import io.evenkeel.postmortem.revision.Paper;
import java.time.Instant;
import java.util.ArrayList;

/** What a postmortem still lacks, and how far it is. */
public final class PaperChecks {
  private PaperChecks() {}

  /**
   * Every check of the gate.
   *
   * @param names how many words may be names and were not looked at
   */
  public static Answer of(Paper paper, int names) {
    Incident incident = paper.incident();
    Gate gate = paper.gate();
    Prose words =
        Prose.of("The postmortem of ")
            .strong(incident.label())
            .text(" is " + state(paper.about()) + " and has ")
            .text(gate.score() + " of 100 points:");
    for (Gate.Check check : gate.checks()) {
      words =
          words
              .text("\n" + (check.passed() ? "✅ " : "▫️ "))
              .strong(check.name())
              .text(" (" + check.points() + "): " + check.why());
    }
    for (Doubt.OtherLength doubt : paper.doubts()) {
      words = words.text("\n⚠️ " + told(doubt));
    }
    var offers = new ArrayList<Offer>();
    if (names > 0) {
      words =
          words.text(
              "\n❔ "
                  + (names == 1
                      ? "One word may be a name: readers outside would see it."
                      : names + " words may be names: readers outside would see them."));
      offers.add(Offer.plain("Is it a name?", "postmortem names" + PaperView.here(incident)));
    }
    switch (paper.about().state()) {
      case DRAFT ->
          offers.add(Offer.plain("To review", "postmortem review" + PaperView.here(incident)));
      case IN_REVIEW ->
          offers.add(
              Offer.primary("It is reviewed", "postmortem reviewed" + PaperView.here(incident)));
      case REVIEWED ->
          offers.add(Offer.primary("Publish", "postmortem publish" + PaperView.here(incident)));
      case PUBLISHED -> {
        // It is where it should be.
      }
    }
    offers.add(PaperView.edit(incident));
    return new Answer(incident.number(), false, words, offers);
  }

  private static String state(Postmortem about) {
    return about.state() == Postmortem.State.DRAFT ? "a draft" : about.state().words();
  }

  /** Two lengths of the same outage: which one is right is for people to say. */
  static String told(Doubt.OtherLength doubt) {
    return "“%s” does not fit the timeline, which has %s from %s to %s."
        .formatted(
            doubt.words().replaceAll("\\R+", " "),
            Ago.lasted(Instant.EPOCH, Instant.EPOCH.plus(doubt.known())),
            doubt.from().word(),
            doubt.to().word());
  }
}
