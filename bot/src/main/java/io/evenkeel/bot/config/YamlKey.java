package io.evenkeel.bot.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One place in the YAML file, which knows its way from the top and notes what is wrong there. */
final class YamlKey {
  private static final String TIME = "[1-9][0-9]{0,6}(ms|s|m)";

  private final String source;
  private final String path;
  private final @Nullable JsonNode node;
  private final List<Fault> faults;

  YamlKey(String path, @Nullable JsonNode node, List<Fault> faults) {
    this("EVENKEEL_CONFIG", path, node, faults);
  }

  /**
   * @param source the file, as its faults name it
   */
  YamlKey(String source, String path, @Nullable JsonNode node, List<Fault> faults) {
    this.source = source;
    this.path = path;
    this.node = node == null || node.isNull() || node.isMissingNode() ? null : node;
    this.faults = faults;
  }

  boolean present() {
    return node != null;
  }

  /** That text and nothing else. */
  boolean isText(String text) {
    return node != null && node.isValueNode() && node.asString().strip().equals(text);
  }

  boolean isList() {
    return node != null && node.isArray();
  }

  boolean isGroup() {
    return node != null && node.isObject();
  }

  String name() {
    return path.substring(path.lastIndexOf(" → ") < 0 ? 0 : path.lastIndexOf(" → ") + 3);
  }

  YamlKey at(String key) {
    return new YamlKey(
        source,
        path.isEmpty() ? key : path + " → " + key,
        node == null ? null : node.get(key),
        faults);
  }

  /** Every key but these is a fault. */
  void only(String... known) {
    if (node == null) {
      return;
    }
    if (!node.isObject()) {
      fault("is not a group of keys", "Write keys below it: " + String.join(", ", known));
      return;
    }
    for (String key : node.propertyNames()) {
      if (!Set.of(known).contains(key)) {
        at(key).fault("is unknown", "Known here: " + String.join(", ", known));
      }
    }
  }

  List<YamlKey> entries() {
    var all = new ArrayList<YamlKey>();
    if (node != null && node.isObject()) {
      node.propertyNames().forEach(key -> all.add(at(key)));
    } else if (node != null) {
      fault("is not a group of keys", "Write one key with its value in each line");
    }
    return all;
  }

  /** Its entries that are groups themselves; none, and no fault, for anything else. */
  List<YamlKey> groups() {
    return node != null && node.isObject()
        ? entries().stream().filter(one -> one.node != null && one.node.isObject()).toList()
        : List.of();
  }

  List<YamlKey> items() {
    var all = new ArrayList<YamlKey>();
    if (node != null && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        all.add(new YamlKey(source, path + " → " + (i + 1), node.get(i), faults));
      }
    } else if (node != null) {
      fault("is not a list", "Begin each of its items with a hyphen");
    }
    return all;
  }

  Optional<String> text() {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isValueNode()) {
      fault("is not a text", "Write one text behind it");
      return Optional.empty();
    }
    return Optional.of(node.asString().strip()).filter(text -> !text.isEmpty());
  }

  /** Its items; itself, when it is a single text. */
  List<YamlKey> listed() {
    return node != null && node.isValueNode() ? List.of(this) : items();
  }

  List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The text, or "" and a fault. */
  String required(String what) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      fault("is missing", "Write " + what);
    }
    return text.orElse("");
  }

  Optional<String> matching(String pattern, String what) {
    Optional<String> text = text();
    if (text.filter(t -> !t.matches(pattern)).isPresent()) {
      fault("is \"" + text.get() + "\"", "Write " + what);
    }
    return text;
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> yes() {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      fault("is neither true nor false", "Write true or false");
      return Optional.empty();
    }
    return Optional.of(node.asBoolean());
  }

  Optional<Integer> number(int least, int most) {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
      fault("is no such number", "Write a whole number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(node.asInt());
  }

  /** Any number, exactly as it is written. */
  Optional<BigDecimal> decimal() {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
      fault("is no number", "Write a number such as 0.99");
      return Optional.empty();
    }
    return Optional.of(node.decimalValue());
  }

  /** {@code 300ms}, {@code 10s} or {@code 2m}. */
  Optional<Duration> duration(Duration least, Duration most) {
    Optional<Duration> read =
        matching(TIME, "a time such as 300ms, 10s or 2m")
            .filter(text -> text.matches(TIME))
            .map(YamlKey::duration);
    if (read.filter(d -> d.compareTo(least) < 0 || d.compareTo(most) > 0).isPresent()) {
      fault("is out of bounds", "Write a time from " + words(least) + " to " + words(most));
      return Optional.empty();
    }
    return read;
  }

  private static String words(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + "ms";
    }
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
  }

  private static Duration duration(String text) {
    long amount = Long.parseLong(text.replaceAll("[a-z]", ""));
    if (text.endsWith("ms")) {
      return Duration.ofMillis(amount);
    }
    return text.endsWith("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
  }

  /** Something is wrong in a file that is named here. */
  void also(List<Fault> others) {
    faults.addAll(others);
  }

  void fault(String wrong, String mend) {
    faults.add(new Fault(path.isEmpty() ? source : source + " (" + path + ")", wrong, mend));
  }
}
