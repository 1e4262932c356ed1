package io.evenkeel.bot.config;

import io.evenkeel.alert.Grade;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How bad what follows from an alert is: a severity, or one for each text of a label.
 *
 * <pre>
 * severity: SEV-2
 * severity: {label: severity, critical: SEV-1, warning: SEV-3}
 * </pre>
 */
final class GradeKeys {
  private GradeKeys() {}

  static Grade read(YamlKey key, SeverityScale severities) {
    if (!key.present()) {
      return Grade.USUAL;
    }
    if (!key.isGroup()) {
      String typed = key.required("a severity of the scale");
      return new Grade(severity(key, typed, severities).orElse(null), null, Map.of());
    }
    Map<String, String> words = new HashMap<>();
    for (YamlKey one : key.entries()) {
      if (!one.name().equals("label")) {
        severity(one, one.required("a severity of the scale"), severities)
            .ifPresent(name -> words.put(one.name(), name));
      }
    }
    String label =
        key.at("label")
            .matching(RouteKeys.LABEL, "a label's name such as severity")
            .orElse("severity");
    return new Grade(null, label, words);
  }

  private static Optional<String> severity(YamlKey key, String typed, SeverityScale severities) {
    Optional<Severity> known = severities.find(typed);
    if (known.isEmpty() && !typed.isEmpty()) {
      String scale =
          severities.levels().stream()
              .map(level -> level.severity().name())
              .collect(Collectors.joining(", "));
      key.fault("is \"" + typed + "\", which is no severity", "Write one of: " + scale);
    }
    return known.map(Severity::name);
  }
}
