package io.evenkeel.bot.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README's tables, made from {@code values.yaml}. Rule 1: {@code ## Title} begins a table. Rule
 * 2: comments right above a key are about that key. Rule 3: a key whose keys have comments stands
 * for them; any other stands for itself, with its default as JSON.
 */
final class ValuesReadme {
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z_0-9]+):(.*)");
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param path such as {@code secret.keys.DATABASE_URL}
   * @param about the comment above it, or nothing
   */
  record Value(String title, String path, String about) {}

  private final JsonNode values;
  private final List<Value> read = new ArrayList<>();

  private ValuesReadme(String yaml) {
    values = Chart.YAML.readTree(yaml);
    var path = new ArrayList<String>();
    var about = new ArrayList<String>();
    String title = "";
    for (String line : yaml.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (line.startsWith("## ")) {
        title = line.substring(3);
      } else if (line.strip().startsWith("# ")) {
        about.add(line.strip().substring(2));
      } else if (key.matches() && key.group(1).length() / 2 <= path.size()) {
        int depth = key.group(1).length() / 2;
        path.subList(depth, path.size()).clear();
        path.add(key.group(2));
        read.add(new Value(title, String.join(".", path), String.join(" ", about)));
        about.clear();
      } else {
        about.clear();
      }
    }
  }

  static List<Value> values(String yaml) {
    return List.copyOf(new ValuesReadme(yaml).rows());
  }

  /** The whole file: its head as it was written, and a table for each title. */
  static String text(String head, String yaml) {
    var readme = new ValuesReadme(yaml);
    var titles = readme.rows().stream().map(Value::title).distinct().toList();
    return head
        + titles.stream()
            .map(title -> "\n### " + title + "\n\n" + readme.table(title))
            .collect(Collectors.joining());
  }

  private String table(String title) {
    return "| value | default | |\n|---|---|---|\n"
        + rows().stream()
            .filter(value -> value.title().equals(title))
            .map(value ->
                "| `%s` | %s | %s |\n"
                    .formatted(value.path(), standard(value.path()), cell(value.about())))
            .collect(Collectors.joining());
  }

  private List<Value> rows() {
    return read.stream()
        .filter(value -> !standsForItsKeys(value.path()))
        .filter(value -> ancestors(value.path()).allMatch(this::standsForItsKeys))
        .toList();
  }

  private boolean standsForItsKeys(String path) {
    return read.stream()
        .anyMatch(inner -> inner.path().startsWith(path + ".") && !inner.about().isEmpty());
  }

  private static Stream<String> ancestors(String path) {
    return Stream.iterate(path, it -> it.contains("."), ValuesReadme::parent)
        .map(ValuesReadme::parent);
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private String standard(String path) {
    JsonNode value = values.at("/" + path.replace('.', '/'));
    return value.isString() && value.asString().isEmpty()
        ? ""
        : "`" + cell(value.isString() ? value.asString() : JSON.writeValueAsString(value)) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
