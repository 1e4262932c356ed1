package io.evenkeel.sandbox.story;

import io.evenkeel.sandbox.page.markup.Markup;
import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands on the screen, as the words that one would read aloud: buttons in brackets, times in
 * UTC.
 */
final class ReadAloud {
  private static final String BREAKS = "<br>|</?pre>|</?blockquote>";

  private final Markup markup;

  ReadAloud(State state, Instant now) {
    Map<String, String> people = new HashMap<>();
    state.people().forEach(person -> people.put(person.id(), person.name()));
    Map<String, String> channels = new HashMap<>();
    state.channels().forEach(channel -> channels.put(channel.id(), channel.name()));
    markup = new Markup(new Reader("", people, channels, ZoneOffset.UTC, now));
  }

  /** Blocks where there are any, else the text. */
  List<String> message(String text, @Nullable JsonNode blocks) {
    return blocks == null || blocks.isEmpty() ? mrkdwn(text) : blocks(blocks);
  }

  List<String> blocks(JsonNode blocks) {
    var lines = new ArrayList<String>();
    blocks.forEach(block -> lines.addAll(block(block)));
    return lines;
  }

  private List<String> block(JsonNode block) {
    return switch (block.path("type").asString("")) {
      case "header" -> mrkdwn("# " + block.at("/text/text").asString(""));
      case "section" -> section(block);
      case "context" -> List.of(join(block.path("elements"), " · "));
      case "actions" -> List.of(join(block.path("elements"), " "));
      case "input" -> input(block);
      case "rich_text" ->
          lines(markupOf(block.path("elements")).replace("</p>", "<br>").replaceAll("<br>$", ""));
      case "divider" -> List.of("——");
      default -> List.of("(" + block.path("type").asString("") + ")");
    };
  }

  private List<String> section(JsonNode block) {
    var lines = new ArrayList<String>();
    if (block.has("text")) {
      lines.addAll(text(block.path("text")));
    }
    block.path("fields").forEach(field -> lines.add(String.join(": ", text(field))));
    if (block.hasNonNull("accessory")) {
      lines.add(element(block.path("accessory")));
    }
    return lines;
  }

  private List<String> input(JsonNode block) {
    var lines = new ArrayList<String>();
    String optional = block.path("optional").asBoolean(false) ? " (may stay empty)" : "";
    lines.add(block.at("/label/text").asString("") + optional + ": ");
    lines.set(0, lines.getFirst() + element(block.path("element")));
    if (block.hasNonNull("hint")) {
      lines.add("  " + block.at("/hint/text").asString(""));
    }
    return lines;
  }

  private String join(JsonNode elements, String between) {
    var words = new ArrayList<String>();
    elements.forEach(one -> words.add(element(one)));
    return String.join(between, words);
  }

  private String element(JsonNode element) {
    return switch (element.path("type").asString("")) {
      case "button" -> "[" + String.join(" ", text(element.path("text"))) + "]";
      case "mrkdwn", "plain_text" -> String.join(" ", text(element));
      case "static_select", "radio_buttons", "checkboxes" -> {
        var options = new ArrayList<String>();
        element
            .path("options")
            .forEach(option -> options.add(String.join(" ", text(option.path("text")))));
        String chosen = element.at("/initial_option/text/text").asString("");
        yield "[" + String.join(" | ", options) + "]" + (chosen.isEmpty() ? "" : " → " + chosen);
      }
      case "plain_text_input" -> {
        String already = element.path("initial_value").asString("");
        yield already.isEmpty()
            ? "(" + element.at("/placeholder/text").asString("") + ")"
            : "“" + already.replace("\n", " / ") + "”";
      }
      default ->
          "[" + element.at("/placeholder/text").asString(element.path("type").asString("")) + "]";
    };
  }

  private List<String> text(JsonNode text) {
    String words = text.path("text").asString("");
    return "mrkdwn".equals(text.path("type").asString(""))
        ? mrkdwn(words)
        : lines(markup.plain(words));
  }

  List<String> mrkdwn(String text) {
    return lines(markup.mrkdwn(text));
  }

  private String markupOf(JsonNode elements) {
    var html = new StringBuilder();
    for (JsonNode element : elements) {
      String type = element.path("type").asString("");
      if (type.equals("rich_text_list")) {
        element
            .path("elements")
            .forEach(
                item -> html.append("• ").append(markupOf(item.path("elements"))).append("<br>"));
      } else if (element.path("elements").isArray()) {
        html.append(type.equals("rich_text_quote") ? "| " : "");
        html.append(markupOf(element.path("elements"))).append("<br>");
      } else {
        html.append(markup.rich(Json.read(Json.bytes(element), Map.class)));
      }
    }
    return html.toString();
  }

  private static List<String> lines(String html) {
    String text =
        html.replace("<blockquote>", "<br>| ")
            .replaceAll("<strong>(.*?)(\\s*)</strong>", "*$1*$2")
            .replaceAll("</?del>", "~")
            .replaceAll(BREAKS, "\n")
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#96;", "`")
            .replace("&amp;", "&");
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
