package io.evenkeel.templates;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Draws the phases of a Mermaid gantt, as Evenkeel writes it, as bars one below the other. */
final class Phases {
  private static final Pattern PHASE =
      Pattern.compile("\\s*([^:]{1,60}?) : (\\S{19}), (\\S{19})\\s*");
  private static final int WIDTH = 720;
  private static final int LABEL = 190;
  private static final int ROW = 28;

  /** More are no phases of one incident. */
  private static final int MOST = 20;

  private Phases() {}

  private record Phase(String name, LocalDateTime from, LocalDateTime to) {}

  /** An SVG element; empty when the text is another diagram. */
  static String svg(String mermaid) {
    List<Phase> phases = read(mermaid);
    if (phases.isEmpty() || phases.size() > MOST) {
      return "";
    }
    LocalDateTime begin = phases.getFirst().from();
    long whole = Math.max(1, seconds(begin, phases.getLast().to()));
    var svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Phases of the incident\">"
                .formatted(WIDTH, phases.size() * ROW));
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      long x = LABEL + place(seconds(begin, phase.from()), whole);
      long end = LABEL + place(seconds(begin, phase.to()), whole);
      Duration took = Duration.ofSeconds(seconds(phase.from(), phase.to()));
      boolean left = end > WIDTH - 70;
      svg.append(
          """
          <text x="0" y="%d">%s</text><rect x="%d" y="%d" width="%d" height="14" rx="2"/>\
          <text class="time" x="%d" y="%d"%s>%s</text>\
          """
              .formatted(
                  i * ROW + 18,
                  Html.escaped(phase.name()),
                  x,
                  i * ROW + 7,
                  Math.max(2, end - x),
                  left ? x - 6 : end + 6,
                  i * ROW + 18,
                  left ? " text-anchor=\"end\"" : "",
                  Utc.time(took)));
    }
    return svg.append("</svg>").toString();
  }

  private static long place(long seconds, long whole) {
    return Math.clamp(seconds * (WIDTH - LABEL - 10) / whole, 0, WIDTH - LABEL - 10);
  }

  private static long seconds(LocalDateTime from, LocalDateTime to) {
    return Duration.between(from, to).toSeconds();
  }

  private static List<Phase> read(String mermaid) {
    var phases = new ArrayList<Phase>();
    if (!mermaid.startsWith("gantt")) {
      return phases;
    }
    for (String line : mermaid.split("\n")) {
      var phase = PHASE.matcher(line);
      if (phase.matches()) {
        try {
          phases.add(
              new Phase(
                  phase.group(1),
                  LocalDateTime.parse(phase.group(2)),
                  LocalDateTime.parse(phase.group(3))));
        } catch (DateTimeException notOurs) {
          return new ArrayList<>();
        }
      }
    }
    return phases;
  }
}
