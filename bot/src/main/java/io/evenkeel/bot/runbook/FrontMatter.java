package io.evenkeel.bot.runbook;

import io.evenkeel.runbook.Remark;
import io.evenkeel.runbook.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys before a runbook's text: for which services, alerts and labels it is.
 *
 * @param remarks where it is noted what means nothing
 */
record FrontMatter(List<Remark> remarks) {
  private static final Set<String> KEYS = Set.of("services", "alerts", "labels");
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  /** When it is of use; {@link Use#UNSAID} where nothing that can be read says so. */
  Use use(@Nullable JsonNode front) {
    if (front == null || front.isNull() || front.isMissingNode()) {
      return Use.UNSAID;
    }
    if (!front.isObject()) {
      remarks.add(
          new Remark(1, "has a front matter without keys", "Write services:, alerts: or labels:"));
      return Use.UNSAID;
    }
    for (String key : front.propertyNames()) {
      if (!KEYS.contains(key)) {
        remarks.add(
            new Remark(
                1,
                "has \"" + cut(key) + "\" in its front matter, which means nothing here",
                "Known are services:, alerts: and labels:"));
      }
    }
    return new Use(
        texts("services", front.get("services")),
        texts("alerts", front.get("alerts")),
        labels(front.get("labels")));
  }

  /** A list, or a single text. */
  private Set<String> texts(String key, @Nullable JsonNode written) {
    var all = new HashSet<String>();
    if (written == null || written.isNull()) {
      return all;
    }
    List<JsonNode> items = new ArrayList<>();
    if (written.isArray()) {
      written.forEach(items::add);
    } else {
      items.add(written);
    }
    for (JsonNode item : items) {
      if (!item.isValueNode() || item.isNull() || all.size() == MOST) {
        remarks.add(
            new Remark(1, "has a \"" + key + ":\" that is no list of names", "Write [one, other]"));
        return all;
      }
      all.add(cut(item.asString().strip()));
    }
    return all;
  }

  private Map<String, String> labels(@Nullable JsonNode written) {
    var all = new HashMap<String, String>();
    if (written == null || written.isNull()) {
      return all;
    }
    boolean fine = written.isObject() && written.size() <= MOST;
    if (fine) {
      for (String key : written.propertyNames()) {
        JsonNode value = written.get(key);
        fine &= value.isValueNode() && !value.isNull();
        all.put(cut(key), cut(value.asString()));
      }
    }
    if (!fine) {
      remarks.add(
          new Remark(1, "has labels that are no names with values", "Write {team: payments}"));
      return Map.of();
    }
    return all;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
