package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Optional;

/**
 * The words that follow {@code postmortem}: where it moves, what is asked of it, and none of these.
 */
final class PostmortemWords {
  /** What is named in an answer to anything else, between owner and draft. */
  private static final List<String> KNOWN =
      List.of(
          "edit",
          "questions",
          "check",
          "preview",
          "names",
          "regenerate",
          "review",
          "reviewed",
          "publish");

  private PostmortemWords() {}

  /** Where it moves. */
  static Optional<Postmortem.State> state(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "review", "in-review" -> Postmortem.State.IN_REVIEW;
          case "reviewed", "approve", "approved" -> Postmortem.State.REVIEWED;
          case "publish", "published" -> Postmortem.State.PUBLISHED;
          case "draft", "back", "unpublish" -> Postmortem.State.DRAFT;
          default -> null;
        });
  }

  /** What is to be shown, or opened as a form. */
  static Optional<Asked.Paper.What> asked(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "preview", "changes", "diff" -> Asked.Paper.What.PREVIEW;
          case "check", "checks", "gate", "score" -> Asked.Paper.What.CHECK;
          case "edit", "section", "write" -> Asked.Paper.What.EDIT;
          case "names" -> Asked.Paper.What.NAMES;
          case "questions", "answer", "answers", "ask" -> Asked.Paper.What.QUESTIONS;
          default -> null;
        });
  }

  static Answer unknown(String word) {
    Prose words =
        Prose.of("Nothing was recorded: I do not know “" + Faults.echo(word) + "” of a postmortem.")
            .text(" There are ")
            .code("/incident postmortem owner");
    for (String one : KNOWN) {
      words = words.text(", ").code(one);
    }
    return Answer.unchanged(
        words.text(" and ").code("draft").text("."),
        Offer.plain("Share the draft", "postmortem"),
        Offer.plain("Checks", "postmortem check"));
  }
}
