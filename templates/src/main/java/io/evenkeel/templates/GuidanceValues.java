package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.postmortem.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What runbooks did for an incident, for templates and for programs. */
final class GuidanceValues {
  private static final int LONGEST = 200;

  private GuidanceValues() {}

  static Map<String, Object> of(Draft draft, Utc utc, Limits limits) {
    List<String> missing = draft.guidance().missing();
    return Map.of(
        "steps",
            limits.watch(draft.guidance().steps().stream().map(one -> step(one, utc)).toList()),
        "missing", limits.watch(missing.stream().map(GuidanceValues::service).toList()),
        // Somebody writes it down already where an action item says so.
        "unwritten",
            limits.watch(
                missing.stream()
                    .filter(_ -> !promised(draft))
                    .map(GuidanceValues::service)
                    .toList()));
  }

  private static boolean promised(Draft draft) {
    return draft.actions().stream()
        .map(ActionItem::text)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("runbook"));
  }

  private static Map<String, Object> service(String name) {
    return Map.of("name", OneLine.of(name));
  }

  private static Map<String, Object> step(RunbookStep step, Utc utc) {
    return Map.of(
        "runbook", OneLine.of(step.runbook()),
        "number", Integer.toString(step.step()),
        "heading", OneLine.of(step.heading()),
        "text", shortened(OneLine.of(step.text())),
        "by", OneLine.of(step.by().name()),
        "at", utc.clock(step.at()));
  }

  static void json(ObjectNode node, Draft draft) {
    ArrayNode steps = node.putArray("steps");
    for (RunbookStep step : draft.guidance().steps()) {
      ObjectNode one = steps.addObject();
      one.put("runbook", step.runbook());
      one.put("step", step.step());
      one.put("heading", step.heading());
      one.put("text", step.text());
      one.put("by", step.by().name());
      one.put("at", step.at().toString());
    }
    ArrayNode missing = node.putArray("missing_for");
    draft.guidance().missing().forEach(missing::add);
  }

  /** The whole step stands in the runbook. */
  private static String shortened(String text) {
    int end = Math.min(text.length(), LONGEST);
    end =
        end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
            ? end - 1
            : end;
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }
}
