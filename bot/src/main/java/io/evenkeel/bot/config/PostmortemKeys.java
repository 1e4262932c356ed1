package io.evenkeel.bot.config;

import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.HashMap;
import java.util.Optional;

/**
 * {@code postmortem:} of the YAML file: which template writes the postmortem of which severity, and
 * how they are kept.
 */
final class PostmortemKeys {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";
  private static final String WHAT = "a template's name such as howie";

  private PostmortemKeys() {}

  static Installation.Postmortem read(YamlKey key, SeverityScale severities) {
    key.only("template", "by_severity", "private_files", "names");
    var templates = new HashMap<String, String>();
    key.at("template").matching(NAME, WHAT).ifPresent(name -> templates.put("", name));
    for (YamlKey severity : key.at("by_severity").entries()) {
      Optional<Severity> known = severities.find(severity.name());
      if (known.isEmpty()) {
        severity.fault("is no severity", "Write one of the severities before it, such as SEV-1");
      } else {
        severity.matching(NAME, WHAT).ifPresent(name -> templates.put(known.get().name(), name));
      }
    }
    return new Installation.Postmortem(
        templates,
        key.at("private_files").yes().orElse(false),
        key.at("names").yes().orElse(false));
  }
}
