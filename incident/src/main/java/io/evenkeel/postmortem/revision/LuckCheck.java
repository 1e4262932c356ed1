package io.evenkeel.postmortem.revision;

import java.util.List;
import java.util.regex.Pattern;

/** Whether both sides of luck are told: where it helped, and where it hurt. */
final class LuckCheck {
  private static final Pattern NOTHING =
      Pattern.compile("(?i)\\W*(nothing|none|no|not|n/?a|nowhere)\\b.*", Pattern.DOTALL);
  private static final Pattern REASON = Pattern.compile("(?i)\\b(because|since|as|for|due to)\\b");
  private static final int FEWEST_WORDS = 3;

  private LuckCheck() {}

  static Gate.Check of(List<Section> sections) {
    boolean helped = answered(sections, List.of("lucky", "luck helped", "good luck"), "unlucky");
    boolean hurt = answered(sections, List.of("unlucky", "luck hurt", "bad luck"), "\n");
    String missing =
        helped && hurt
            ? "both sides of luck are told"
            : (helped ? "" : "say where luck helped")
                + (helped || hurt ? "" : ", and ")
                + (hurt ? "" : "where it hurt")
                + ": “nothing notable, because …” will do";
    return new Gate.Check("Both sides of luck", helped && hurt, 15, missing);
  }

  private static boolean answered(List<Section> sections, List<String> parts, String not) {
    return sections.stream()
        .filter(section -> parts.stream().anyMatch(section::about))
        .filter(section -> !section.about(not))
        .map(section -> Prompts.said(section.body()))
        .anyMatch(LuckCheck::says);
  }

  private static boolean says(String said) {
    return said.split("\\s+", -1).length >= FEWEST_WORDS
        && (!NOTHING.matcher(said).matches() || REASON.matcher(said).find());
  }
}
