package io.evenkeel.sandbox.blockkit;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Buttons, menus and inputs, with the limits of Slack's reference. */
final class ElementRules {

  private static final Set<String> SELECTS =
      Set.of(
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select");
  private static final Set<String> STATIC = Set.of("static_select", "multi_static_select");
  private static final Set<String> GROUPS = Set.of("checkboxes", "radio_buttons");
  private static final Set<String> PICKERS = Set.of("datepicker", "timepicker", "datetimepicker");
  private static final Set<String> TYPED =
      Set.of("plain_text_input", "number_input", "email_text_input", "url_text_input");

  /** What may stand in an actions block. */
  static final Set<String> IN_ACTIONS =
      union(SELECTS, STATIC, GROUPS, PICKERS, only("button", "overflow"));

  /** What may stand in an input block. */
  static final Set<String> IN_INPUT =
      union(SELECTS, STATIC, GROUPS, PICKERS, TYPED, only("rich_text_input", "file_input"));

  /** What may stand beside a section's text. */
  static final Set<String> IN_SECTION = union(IN_ACTIONS, only("image"));

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern STYLE = Pattern.compile("primary|danger");

  private final Findings findings;
  private final TextRules texts;

  ElementRules(Findings findings) {
    this.findings = findings;
    this.texts = new TextRules(findings);
  }

  void check(JsonNode element, Set<String> allowed, String pointer) {
    String type = element.path("type").asString("");
    if (!allowed.contains(type)) {
      findings.add(pointer, "unsupported type: " + type);
      return;
    }
    findings.string(element, "action_id", 255, pointer);
    texts.confirm(element, pointer);
    texts.plainIfThere(element, "placeholder", 150, pointer);
    switch (type) {
      case "button" -> button(element, pointer);
      case "image" -> image(element, pointer);
      case "overflow" -> texts.options(element, 5, false, pointer);
      case "checkboxes", "radio_buttons" -> texts.options(element, 10, true, pointer);
      case "static_select", "multi_static_select" -> select(element, pointer);
      case "datepicker" -> findings.matching(element, "initial_date", DATE, pointer);
      case "timepicker" -> findings.matching(element, "initial_time", TIME, pointer);
      case "plain_text_input" -> input(element, pointer);
      case "number_input" -> findings.required(element, "is_decimal_allowed", pointer);
      default -> {
        // The rest has no limits of its own.
      }
    }
  }

  private void button(JsonNode button, String pointer) {
    texts.plain(button, "text", 75, pointer);
    findings.string(button, "value", 2000, pointer);
    findings.string(button, "url", 3000, pointer);
    findings.string(button, "accessibility_label", 75, pointer);
    findings.matching(button, "style", STYLE, pointer);
  }

  void image(JsonNode image, String pointer) {
    if (!image.hasNonNull("slack_file")) {
      findings.requiredString(image, "image_url", 3000, pointer);
    }
    findings.requiredString(image, "alt_text", 2000, pointer);
  }

  private void select(JsonNode select, String pointer) {
    if (select.has("option_groups")) {
      texts.optionGroups(select, pointer);
    } else {
      texts.options(select, 100, false, pointer);
    }
  }

  private void input(JsonNode input, String pointer) {
    if (input.path("max_length").asInt(1) > 3000 || input.path("max_length").asInt(1) < 1) {
      findings.add(pointer + "/max_length", "must be between 1 and 3000");
    }
    if (input.path("min_length").asInt(0) > 3000) {
      findings.add(pointer + "/min_length", "must be less than 3001");
    }
    findings.string(input, "initial_value", 3000, pointer);
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return Set.copyOf(all);
  }

  private static Set<String> only(String... types) {
    return Set.of(types);
  }
}
