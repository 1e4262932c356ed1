package io.evenkeel.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The machine-written parts of a postmortem, each between its two markers: what stands between them
 * is renewed from the timeline, everything else is people's. A block without content keeps its
 * markers, so that it has its place once there is something to say.
 *
 * <p>A marker is a whole line. User text never begins a line with {@code <}: it is escaped.
 */
final class Blocks {
  /** How a block is named in its markers: stable for ever, as documents in git carry them. */
  static final List<String> NAMES =
      List.of(
          "opening",
          "summary",
          "checks",
          "timeline",
          "cause",
          "impact",
          "actions",
          "roles",
          "decisions",
          "tasks",
          "runbooks",
          "promises",
          "gantt",
          "coverage");

  private static final Map<String, Template> PARTS = parts();

  private Blocks() {}

  /** Every block as finished Markdown, by its name. */
  static Map<String, Object> of(Map<String, Object> values) {
    var blocks = new LinkedHashMap<String, Object>();
    PARTS.forEach(
        (name, part) -> blocks.put(name, new Ready(marked(name, part.render(_ -> values)))));
    return Map.copyOf(blocks);
  }

  private static String marked(String name, String content) {
    String body = content.isBlank() ? "" : content.strip() + "\n\n";
    return "<!-- evenkeel:begin " + name + " -->\n\n" + body + "<!-- evenkeel:end " + name + " -->";
  }

  private static Map<String, Template> parts() {
    var parts = new LinkedHashMap<String, Template>();
    for (String name : NAMES) {
      String file = "postmortem/parts/" + name + ".md";
      parts.put(name, Template.shipped(file));
    }
    return parts;
  }
}
