package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Markup;
import io.evenkeel.sandbox.page.markup.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a menu offers: the app's options, or the workspace's people or channels. */
final class Choices {

  /** An entry of a menu. */
  record Option(String value, String text) {}

  /** Entries under a heading, or without one. */
  record Group(@Nullable String label, List<Option> options) {}

  private Choices() {}

  static List<Group> of(Map<?, ?> control, Reader reader) {
    String type = String.valueOf(control.get("type"));
    if (type.endsWith("users_select")) {
      return List.of(new Group(null, entries(reader.people(), "@")));
    }
    if (type.endsWith("conversations_select") || type.endsWith("channels_select")) {
      return List.of(new Group(null, entries(reader.channels(), "#")));
    }
    if (!(control.get("option_groups") instanceof List<?> groups)) {
      return List.of(new Group(null, options(control)));
    }
    List<Group> result = new ArrayList<>();
    for (Object group : groups) {
      if (group instanceof Map<?, ?> map) {
        result.add(new Group(text(map.get("label")), options(map)));
      }
    }
    return result;
  }

  private static List<Option> entries(Map<String, String> names, String sign) {
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry -> new Option(entry.getKey(), sign + entry.getValue()))
        .toList();
  }

  private static List<Option> options(Map<?, ?> holder) {
    List<Option> result = new ArrayList<>();
    if (holder.get("options") instanceof List<?> options) {
      for (Object option : options) {
        if (option instanceof Map<?, ?> map) {
          result.add(new Option(String.valueOf(map.get("value")), text(map.get("text"))));
        }
      }
    }
    return result;
  }

  private static String text(@Nullable Object textObject) {
    return textObject instanceof Map<?, ?> map && map.get("text") instanceof String text
        ? Markup.textWithEmoji(text)
        : "";
  }
}
