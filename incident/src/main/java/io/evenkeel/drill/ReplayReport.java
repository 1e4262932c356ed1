package io.evenkeel.drill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a replay went beside the incident it told again, in Markdown. */
public final class ReplayReport {
  private ReplayReport() {}

  /** All of it. */
  public static String of(Replay replay, int told, Score before, Score now) {
    return "# Replay report: "
        + replay.incident()
        + ", told from "
        + replay.source()
        + "\n\n"
        + (replay.endedAt() == null
            ? "It goes on: "
                + replay.fed()
                + " of "
                + told
                + " alerts and updates were told again.\n\n"
            : replay.fed() + " of " + told + " alerts and updates were told again.\n\n")
        + "| from declared | in "
        + replay.source()
        + " | in this drill | sooner or later |\n| --- | --- | --- | --- |\n"
        + row("until somebody commanded", before.commander(), now.commander())
        + row("until the first update", before.firstUpdate(), now.firstUpdate())
        + "| promised updates that came in time | "
        + cadence(before)
        + " | "
        + cadence(now)
        + " | |\n"
        + row("until mitigated", before.mitigated(), now.mitigated())
        + "\nThe drill's alerts came "
        + replay.speed()
        + " times as fast; people's times are real ones on both sides.\n";
  }

  /** The same in one line for each figure. */
  public static String summary(Replay replay, Score before, Score now) {
    return "Replay of "
        + replay.source()
        + " over. In it, and in this drill: somebody commanded after "
        + words(before.commander())
        + ", "
        + words(now.commander())
        + "; first update after "
        + words(before.firstUpdate())
        + ", "
        + words(now.firstUpdate())
        + "; promised updates that came in time "
        + cadence(before)
        + ", "
        + cadence(now)
        + "; mitigated after "
        + words(before.mitigated())
        + ", "
        + words(now.mitigated())
        + ".";
  }

  private static String row(String what, @Nullable Duration before, @Nullable Duration now) {
    String difference = "";
    if (before != null && now != null) {
      Duration later = now.minus(before);
      difference =
          later.abs().toSeconds() == 0
              ? "the same"
              : Lengths.of(later.abs()) + (later.isNegative() ? " sooner" : " later");
    }
    return "| " + what + " | " + words(before) + " | " + words(now) + " | " + difference + " |\n";
  }

  private static String words(@Nullable Duration length) {
    return length == null ? "not recorded" : Lengths.of(length);
  }

  private static String cadence(Score score) {
    return score.promised() == 0 ? "none was promised" : score.kept() + " of " + score.promised();
  }
}
