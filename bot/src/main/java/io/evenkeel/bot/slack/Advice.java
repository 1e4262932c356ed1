package io.evenkeel.bot.slack;

import io.evenkeel.blameless.Blameless;
import io.evenkeel.blameless.Finding;
import io.evenkeel.blameless.Settings;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Unavailable;
import java.util.List;
import java.util.function.Supplier;

/**
 * What in somebody's words judges people, with a question for each place. It is advice to whoever
 * wrote or reads them, in an answer that only they see; it holds up nothing.
 *
 * @param names what everybody is called; asked anew each time
 */
public record Advice(Settings settings, Supplier<List<String>> names) {
  /** More than this is a lecture. */
  private static final int MOST = 5;

  /** Where nobody wants to hear of it. */
  public static final Advice NONE = new Advice(Settings.STANDARD, List::of);

  /** The answer with what could be asked instead, if there is something. */
  Answer on(String written, Answer answer) {
    List<Finding> found = Blameless.check(written, known(), settings);
    if (found.isEmpty()) {
      return answer;
    }
    Prose words = answer.words().text("\n💡 Advice, for you alone:");
    for (Finding finding : found.subList(0, Math.min(MOST, found.size()))) {
      words =
          words
              .text("\n• “" + finding.words().replaceAll("\\s+", " ") + "”: ")
              .text(finding.rewrite());
    }
    int more = found.size() - MOST;
    return new Answer(
        answer.incident(),
        answer.recorded(),
        more > 0
            ? words.text("\nAnd " + more + " more: ").code("evenkeel lint FILE.md").text(".")
            : words,
        answer.offers());
  }

  /** Advice is not worth a failure: without names it sees a little less. */
  private List<String> known() {
    try {
      return names.get();
    } catch (Unavailable away) {
      return List.of();
    }
  }
}
