package io.evenkeel.sandbox.blockkit;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Text objects, options and confirmations (Slack's composition objects). */
final class TextRules {

  private static final Set<String> PLAIN = Set.of("plain_text");
  private static final Set<String> ANY = Set.of("plain_text", "mrkdwn");

  private final Findings findings;

  TextRules(Findings findings) {
    this.findings = findings;
  }

  void plain(JsonNode node, String field, int max, String pointer) {
    if (findings.required(node, field, pointer)) {
      text(node.path(field), PLAIN, max, pointer + "/" + field);
    }
  }

  void plainIfThere(JsonNode node, String field, int max, String pointer) {
    if (node.hasNonNull(field)) {
      text(node.path(field), PLAIN, max, pointer + "/" + field);
    }
  }

  void any(JsonNode text, int max, String pointer) {
    text(text, ANY, max, pointer);
  }

  private void text(JsonNode text, Set<String> types, int max, String pointer) {
    if (!text.isObject()) {
      findings.add(pointer, "must be an object");
      return;
    }
    if (!types.contains(text.path("type").asString(""))) {
      findings.add(pointer, "must be a " + (types.size() == 1 ? "plain_text" : "text") + " object");
    }
    findings.requiredString(text, "text", max, pointer);
  }

  /** The options of a select, radio group or the like. */
  void options(JsonNode element, int max, boolean mrkdwn, String pointer) {
    if (!findings.items(element, "options", 1, max, pointer)) {
      return;
    }
    int i = 0;
    for (JsonNode option : element.path("options")) {
      String at = pointer + "/options/" + i++;
      if (findings.required(option, "text", at)) {
        text(option.path("text"), mrkdwn ? ANY : PLAIN, 75, at + "/text");
      }
      findings.requiredString(option, "value", 150, at);
      plainIfThere(option, "description", 75, at);
    }
  }

  void optionGroups(JsonNode element, String pointer) {
    if (!findings.items(element, "option_groups", 1, 100, pointer)) {
      return;
    }
    int i = 0;
    for (JsonNode group : element.path("option_groups")) {
      String at = pointer + "/option_groups/" + i++;
      plain(group, "label", 75, at);
      options(group, 100, false, at);
    }
  }

  void confirm(JsonNode element, String pointer) {
    if (element.hasNonNull("confirm")) {
      JsonNode confirm = element.path("confirm");
      String at = pointer + "/confirm";
      plain(confirm, "title", 100, at);
      if (findings.required(confirm, "text", at)) {
        any(confirm.path("text"), 300, at + "/text");
      }
      plainIfThere(confirm, "confirm", 30, at);
      plainIfThere(confirm, "deny", 30, at);
    }
  }
}
