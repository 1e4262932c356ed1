package io.evenkeel.slo.rules;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The little of YAML that rules need; texts are quoted whatever stands in them. */
final class Yaml {
  private Yaml() {}

  /** In double quotes, as JSON would have it: YAML reads the same. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }

  /** A text in one line that people can read, without quotes where YAML allows it. */
  static String line(String text) {
    return text.matches("[!-~][ -~]*") ? ">-\n          " + text : quoted(text);
  }

  /** {@code {service: "api", slo: "availability"}}. */
  static String labels(SortedMap<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": " + quoted(label.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** {@code {service="api", slo="availability"}}, as PromQL selects. */
  static String selector(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + quoted(label.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
