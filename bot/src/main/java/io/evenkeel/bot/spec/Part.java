package io.evenkeel.bot.spec;

import io.evenkeel.bot.spec.SpecFinding.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One place in a file of objectives, which knows its way from the top and notes what is wrong. */
final class Part {
  private static final int LONGEST = 10_000;
  private static final int MOST_DIGITS = 20;

  private final String place;
  private final @Nullable JsonNode node;
  private final List<SpecFinding> findings;

  Part(String place, @Nullable JsonNode node, List<SpecFinding> findings) {
    this.place = place;
    this.node = node == null || node.isNull() || node.isMissingNode() ? null : node;
    this.findings = findings;
  }

  boolean present() {
    return node != null;
  }

  boolean isList() {
    return node != null && node.isArray();
  }

  boolean isGroup() {
    return node != null && node.isObject();
  }

  String place() {
    return place;
  }

  Part at(String... way) {
    Part part = this;
    for (String key : way) {
      part =
          new Part(
              part.place + (part.place.contains(": ") ? " → " : ": ") + key,
              part.node == null ? null : part.node.get(key),
              findings);
    }
    return part;
  }

  /** The first of those keys that is there; the first one, where none is. */
  Part either(String... keys) {
    for (String key : keys) {
      if (at(key).present()) {
        return at(key);
      }
    }
    return at(keys[0]);
  }

  List<Part> items() {
    var all = new ArrayList<Part>();
    if (node != null && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String way = place + (place.contains(": ") ? " → " : ": ") + (i + 1);
        all.add(new Part(way, node.get(i), findings));
      }
    } else if (node != null) {
      error("is not a list", "Begin each of its items with a hyphen");
    }
    return all;
  }

  /** Keys that are not read are told: a typo would change nothing and nobody would know. */
  void only(String... known) {
    keys().stream()
        .filter(key -> !Set.of(known).contains(key))
        .forEach(key -> at(key).warning("is not read", "Known here: " + String.join(", ", known)));
  }

  /** As they are written; none where this is no group of keys. */
  List<String> keys() {
    return node != null && node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  Optional<String> text() {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isValueNode()) {
      error("is not a text", "Write one text behind it");
      return Optional.empty();
    }
    String text = node.asString().strip();
    if (text.length() > LONGEST || text.codePoints().anyMatch(Part::unseen)) {
      error("is too long, or holds signs that nobody sees", "Write it in up to 10,000 signs");
      return Optional.empty();
    }
    return Optional.of(text).filter(written -> !written.isEmpty());
  }

  private static boolean unseen(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
  }

  /** The text; a finding where there is none. */
  Optional<String> required(String what) {
    Optional<String> text = text();
    if (text.isEmpty() && (node == null || node.isValueNode())) {
      error("is missing", "Write " + what);
    }
    return text;
  }

  /** A name that stands in commands and labels. */
  Optional<String> name(String what) {
    return required(what)
        .filter(name -> {
          boolean fine = name.matches("[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?");
          if (!fine) {
            error(
                "is no name that can be typed",
                "Write up to 63 letters, digits, hyphens, dots or underscores, such as api");
          }
          return fine;
        });
  }

  Optional<BigDecimal> number() {
    Optional<String> text = text().map(written -> written.replaceAll("\\s*%$", ""));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(text.get());
      // 1e-999999999 is short as written and would fill the memory when it is printed.
      if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
        return Optional.of(number);
      }
    } catch (NumberFormatException _) {
      // told below, as one that is too long
    }
    error("is no number", "Write a number such as 99.9");
    return Optional.empty();
  }

  /** Its keys with their texts; lists are joined. */
  SortedMap<String, String> texts() {
    var texts = new TreeMap<String, String>();
    if (node != null && node.isObject()) {
      for (String key : node.propertyNames()) {
        Part value = at(key);
        String text =
            value.isList()
                ? String.join(",", value.items().stream().flatMap(v -> v.text().stream()).toList())
                : value.text().orElse("");
        texts.put(key, text);
      }
    } else if (node != null) {
      error("is not a group of keys", "Write one key with its value in each line");
    }
    return texts;
  }

  void error(String wrong, String mend) {
    findings.add(new SpecFinding(place, Level.ERROR, wrong, mend));
  }

  void warning(String wrong, String mend) {
    findings.add(new SpecFinding(place, Level.WARNING, wrong, mend));
  }

  void note(String wrong, String mend) {
    findings.add(new SpecFinding(place, Level.NOTE, wrong, mend));
  }
}
