package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import java.util.Locale;
import java.util.Optional;

/** {@code postmortem}, {@code postmortem owner @bob by Friday}, {@code postmortem publish}. */
final class PostmortemSentence {
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
    Optional<Postmortem.State> state = PostmortemWords.state(word);
    if (state.isPresent()) {
      return move(said, state.get());
    }
    onlyWith(said, "publish", Flag.FORCE);
    Optional<Asked.Paper.What> asked = PostmortemWords.asked(word);
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
    said.fail(PostmortemWords.unknown(word));
    return said.order(new Command.SharePostmortem());
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
}
