package io.evenkeel.sandbox.blockkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Slack's limits on blocks: 50 in a message, 100 in a modal, and those of each kind
 * (docs.slack.dev, Block Kit reference).
 */
public final class BlockRules {

  private static final Set<String> IN_CONTEXT = Set.of("image", "plain_text", "mrkdwn");
  private static final int MARKDOWN_LIMIT = 12_000;

  private final Findings findings = new Findings();
  private final TextRules texts = new TextRules(findings);
  private final ElementRules elements = new ElementRules(findings);
  private final boolean modal;
  private int markdownLength;

  private BlockRules(boolean modal) {
    this.modal = modal;
  }

  /** What Slack would find wrong with a message's blocks; empty if nothing. */
  public static List<String> inMessage(JsonNode blocks) {
    BlockRules rules = new BlockRules(false);
    rules.all(blocks, 0, 50, "");
    return rules.findings.messages();
  }

  /** What Slack would find wrong with a modal; empty if nothing. */
  public static List<String> inModal(JsonNode view) {
    BlockRules rules = new BlockRules(true);
    rules.modal(view);
    return rules.findings.messages();
  }

  /** What Slack would find wrong with a view for the Home tab; empty if nothing. */
  public static List<String> inHome(JsonNode view) {
    BlockRules rules = new BlockRules(true);
    rules.home(view);
    return rules.findings.messages();
  }

  private void home(JsonNode view) {
    String at = "/view";
    if (!"home".equals(view.path("type").asString(""))) {
      findings.add(at, "unsupported type: " + view.path("type").asString(""));
    }
    for (String field : List.of("title", "submit", "close")) {
      if (view.hasNonNull(field)) {
        findings.add(at + "/" + field, "additional property: " + field);
      }
    }
    findings.string(view, "private_metadata", 3000, at);
    findings.string(view, "callback_id", 255, at);
    findings.string(view, "external_id", 255, at);
    all(view.path("blocks"), 0, 100, at);
  }

  private void modal(JsonNode view) {
    String at = "/view";
    if (!"modal".equals(view.path("type").asString(""))) {
      findings.add(at, "unsupported type: " + view.path("type").asString(""));
    }
    texts.plain(view, "title", 24, at);
    texts.plainIfThere(view, "submit", 24, at);
    texts.plainIfThere(view, "close", 24, at);
    findings.string(view, "private_metadata", 3000, at);
    findings.string(view, "callback_id", 255, at);
    findings.string(view, "external_id", 255, at);
    all(view.path("blocks"), 1, 100, at);
    boolean asks = view.path("blocks").valueStream().anyMatch(b -> "input".equals(type(b)));
    if (asks && !view.hasNonNull("submit")) {
      findings.add(at + "/submit", "missing required field: submit");
    }
  }

  private void all(JsonNode blocks, int min, int max, String pointer) {
    if (!blocks.isArray()) {
      findings.add(pointer + "/blocks", "must be an array");
      return;
    }
    if (blocks.size() < min) {
      findings.add(pointer + "/blocks", "no less than " + min + " items allowed");
    }
    if (blocks.size() > max) {
      findings.add(pointer + "/blocks", "no more than " + max + " items allowed");
    }
    int i = 0;
    for (JsonNode block : blocks) {
      block(block, pointer + "/blocks/" + i++);
    }
  }

  private void block(JsonNode block, String at) {
    findings.blockId(block, at);
    switch (type(block)) {
      case "section" -> section(block, at);
      case "header" -> texts.plain(block, "text", 150, at);
      case "divider" -> {
        // Nothing to get wrong.
      }
      case "image" -> {
        elements.image(block, at);
        texts.plainIfThere(block, "title", 2000, at);
      }
      case "context" -> context(block, at);
      case "actions" -> actions(block, at);
      case "input" -> input(block, at);
      case "markdown" -> markdown(block, at);
      case "rich_text" -> findings.items(block, "elements", 0, 1000, at);
      case "table" -> table(block, at);
      case "video", "file" -> findings.required(block, "title", at);
      default -> findings.add(at, "unsupported type: " + type(block));
    }
  }

  private void section(JsonNode block, String at) {
    if (!block.hasNonNull("text") && !block.hasNonNull("fields")) {
      findings.add(at, "missing required field: text");
    }
    if (block.hasNonNull("text")) {
      texts.any(block.path("text"), 3000, at + "/text");
    }
    if (block.hasNonNull("fields") && findings.items(block, "fields", 1, 10, at)) {
      int i = 0;
      for (JsonNode field : block.path("fields")) {
        texts.any(field, 2000, at + "/fields/" + i++);
      }
    }
    if (block.hasNonNull("accessory")) {
      elements.check(block.path("accessory"), ElementRules.IN_SECTION, at + "/accessory");
    }
  }

  private void context(JsonNode block, String at) {
    if (!findings.items(block, "elements", 1, 10, at)) {
      return;
    }
    int i = 0;
    for (JsonNode element : block.path("elements")) {
      String here = at + "/elements/" + i++;
      if (!IN_CONTEXT.contains(type(element))) {
        findings.add(here, "unsupported type: " + type(element));
      } else if ("image".equals(type(element))) {
        elements.image(element, here);
      } else {
        texts.any(element, 3000, here);
      }
    }
  }

  private void actions(JsonNode block, String at) {
    if (!findings.items(block, "elements", 1, 25, at)) {
      return;
    }
    Set<String> ids = new HashSet<>();
    int i = 0;
    for (JsonNode element : block.path("elements")) {
      String here = at + "/elements/" + i++;
      elements.check(element, ElementRules.IN_ACTIONS, here);
      String id = element.path("action_id").asString("");
      if (!id.isEmpty() && !ids.add(id)) {
        findings.add(here + "/action_id", "`action_id` `" + id + "` already exists");
      }
    }
  }

  private void input(JsonNode block, String at) {
    texts.plain(block, "label", 2000, at);
    texts.plainIfThere(block, "hint", 2000, at);
    if (findings.required(block, "element", at)) {
      elements.check(block.path("element"), ElementRules.IN_INPUT, at + "/element");
    }
  }

  private void markdown(JsonNode block, String at) {
    if (modal) {
      findings.add(at, "unsupported type: markdown");
      return;
    }
    findings.requiredString(block, "text", MARKDOWN_LIMIT, at);
    markdownLength += block.path("text").asString("").length();
    if (markdownLength > MARKDOWN_LIMIT) {
      findings.add(at + "/text", "markdown blocks may hold 12000 characters in all");
    }
  }

  private void table(JsonNode block, String at) {
    if (findings.items(block, "rows", 1, 100, at)) {
      int i = 0;
      for (JsonNode row : block.path("rows")) {
        if (!row.isArray() || row.size() > 20) {
          findings.add(at + "/rows/" + i, "no more than 20 items allowed");
        }
        i++;
      }
    }
  }

  private static String type(JsonNode node) {
    return node.path("type").asString("");
  }
}
