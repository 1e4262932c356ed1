package io.evenkeel.bot.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Services as the file of settings takes them under {@code services:}. */
final class ServiceYaml {
  private ServiceYaml() {}

  /**
   * @param remarks where it is said what was left out
   * @return YAML that {@code evenkeel config check} accepts as it is
   */
  static String of(Map<String, BackstageFile.Read> services, List<String> remarks) {
    var yaml = new StringBuilder("services:\n");
    for (BackstageFile.Read one : services.values()) {
      yaml.append("  ").append(quoted(one.name())).append(":\n");
      comment(yaml, one);
      line(yaml, "owner", one.owner() == null ? "" : one.owner());
      line(yaml, "channel", channel(one));
      list(yaml, "depends_on", dependencies(services, one, remarks));
      for (String runbook : one.runbooks()) {
        yaml.append("    # runbook: ").append(runbook).append('\n');
      }
      if (one.policy() != null) {
        yaml.append("    # policy: ")
            .append(BackstageFile.shown(one.policy()))
            .append("   (add it under paging: policies: or oncall: first)\n");
      }
    }
    return yaml.toString();
  }

  private static void comment(StringBuilder yaml, BackstageFile.Read one) {
    var words = new ArrayList<String>();
    if (one.title() != null && !one.title().equals(one.name())) {
      words.add(BackstageFile.shown(one.title()));
    }
    if (one.lifecycle() != null) {
      words.add("lifecycle " + BackstageFile.shown(one.lifecycle()));
    }
    if (!words.isEmpty()) {
      yaml.append("    # ").append(String.join(", ", words)).append('\n');
    }
  }

  private static String channel(BackstageFile.Read one) {
    String channel = one.channel();
    return channel == null || !channel.matches("[\\p{Ll}\\p{N}\\p{Lo}_-]{1,80}") ? "" : channel;
  }

  /** What it needs, and what says that it is needed by it. */
  private static Set<String> dependencies(
      Map<String, BackstageFile.Read> services, BackstageFile.Read one, List<String> remarks) {
    var names = new LinkedHashSet<String>(one.needs());
    services.values().stream()
        .filter(other -> other.neededBy().contains(one.name()))
        .forEach(other -> names.add(other.name()));
    var there = new LinkedHashSet<String>();
    for (String name : names) {
      if (name.equals(one.name())) {
        remarks.add(one.name() + " depends on itself: left out.");
      } else if (services.containsKey(name)) {
        there.add(name);
      } else {
        remarks.add(
            one.name()
                + " depends on "
                + name
                + ", which none of these files describes: left out.");
      }
    }
    return there;
  }

  private static void line(StringBuilder yaml, String key, String value) {
    if (!value.isEmpty()) {
      yaml.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
    }
  }

  private static void list(StringBuilder yaml, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      yaml.append("    ")
          .append(key)
          .append(": [")
          .append(String.join(", ", values.stream().map(ServiceYaml::quoted).toList()))
          .append("]\n");
    }
  }

  /** Plain where YAML reads it as the same text, else in double quotes. */
  private static String quoted(String text) {
    boolean plain =
        text.matches("[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*")
            && !text.matches("(?i)true|false|yes|no|on|off|null|y|n");
    return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
