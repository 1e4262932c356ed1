package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code postmortem}, {@code postmortem owner @bob by Friday}, {@code postmortem publish}. */
final class PostmortemSentence {
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

  private PostmortemSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(true);
    if (said.free().empty()) {
      onlyWith(said, "publish", Flag.FORCE);
      onlyWith(said, "owner", Flag.USER, Flag.DUE);
      return said.order(new Command.SharePostmortem());
    }
    String word = said.free().first().raw().toLowerCase(Locale.ROOT).replaceFirst("[:,]+$", "");
    said.remain(said.free().from(1));
    if (word.matches("owner|own|owned")) {
      onlyWith(said, "publish", Flag.FORCE);
      return OwnerSentence.read(said);
    }
    said.leadingIncident(true);
    onlyWith(said, "owner", Flag.USER, Flag.DUE);
    Optional<Postmortem.State> state = state(word);
    if (state.isPresent()) {
      return move(said, state.get());
    }
    onlyWith(said, "publish", Flag.FORCE);
    Optional<Asked.Paper.What> asked = asked(word);
    if (asked.isPresent()) {
      said.nothingLeft();
      return said.question(new Asked.Paper(asked.get()));
    }
    if (word.matches("regenerate|renew|refresh|regen")) {
      said.nothingLeft();
      return said.order(new PostmortemCommand.Renew());
    }
    if (word.equals("name")) {
      return name(said);
    }
    if (word.matches("share|file|show")) {
      said.nothingLeft();
      return said.order(new Command.SharePostmortem());
    }
    said.fail(unknown(word));
    return said.order(new Command.SharePostmortem());
  }

  private static Optional<Postmortem.State> state(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "review", "in-review" -> Postmortem.State.IN_REVIEW;
          case "reviewed", "approve", "approved" -> Postmortem.State.REVIEWED;
          case "publish", "published" -> Postmortem.State.PUBLISHED;
          case "draft", "back", "unpublish" -> Postmortem.State.DRAFT;
          default -> null;
        });
  }

  private static Optional<Asked.Paper.What> asked(String word) {
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

  /** {@code name Will yes}, {@code name Will no}: whether the word is somebody's name there. */
  private static Utterance name(Said said) {
    Span words = said.free();
    int last = words.words().size() - 1;
    String verdict = last < 1 ? "" : words.words().get(last).raw().toLowerCase(Locale.ROOT);
    if (!verdict.matches("yes|no")) {
      said.fail(
          Prose.of("Nothing was recorded: say whether the word is a name. For example ")
              .code("/incident postmortem name Will yes")
              .text("."),
          Offer.plain("Words that may be names", "postmortem names"));
      return said.order(new Command.SharePostmortem());
    }
    String word = Limit.LINE.fit(said.text(words.until(last)));
    if (Limit.LINE.over(word)) {
      said.fail(Limit.LINE.words(word));
    }
    return said.order(new PostmortemCommand.SayName(word, verdict.equals("yes")));
  }

  private static Utterance move(Said said, Postmortem.State to) {
    if (to == Postmortem.State.DRAFT || to == Postmortem.State.IN_REVIEW) {
      onlyWith(said, "publish", Flag.FORCE);
    }
    String force = said.flag(Flag.FORCE).map(said::text).map(Limit.TEXT::fit).orElse(null);
    if (force != null && Limit.TEXT.over(force)) {
      said.fail(Limit.TEXT.words(force));
    }
    said.nothingLeft();
    return said.order(new PostmortemCommand.Move(to, force));
  }

  private static void onlyWith(Said said, String word, Flag... flags) {
    for (Flag flag : flags) {
      if (said.has(flag)) {
        said.fail(
            Prose.of("Nothing was recorded: ")
                .code(flag.typed())
                .text(" belongs to ")
                .code("/incident postmortem " + word)
                .text("."));
      }
    }
  }

  private static Answer unknown(String word) {
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
