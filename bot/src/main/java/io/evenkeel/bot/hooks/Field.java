package io.evenkeel.bot.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One place in a body, which knows its way from the top and notes what is wrong there. */
final class Field {
  private final String path;
  private final @Nullable JsonNode node;
  private final Faults faults;

  Field(String path, @Nullable JsonNode node, Faults faults) {
    this.path = path;
    this.node = node == null || node.isNull() || node.isMissingNode() ? null : node;
    this.faults = faults;
  }

  boolean present() {
    return node != null;
  }

  boolean isList() {
    return node != null && node.isArray();
  }

  boolean isObject() {
    return node != null && node.isObject();
  }

  /** What was found wrong in the whole body so far. */
  List<String> faults() {
    return faults.all();
  }

  Field at(String key) {
    return new Field(
        path.isEmpty() ? key : path + "." + key, node == null ? null : node.get(key), faults);
  }

  /** A field in which nothing stands. */
  Field nothing() {
    return new Field(path, null, faults);
  }

  /** RFC 6901, from here. */
  Field at(JsonPointer pointer) {
    return new Field(
        path + (path.isEmpty() ? "" : " ") + pointer,
        node == null ? null : node.at(pointer),
        faults);
  }

  /** Each of its items, counted from 1; none, and a fault, where it is no list. */
  List<Field> items() {
    var items = new ArrayList<Field>();
    if (node == null) {
      return items;
    }
    if (!node.isArray()) {
      fault("is " + kind() + ". Send a list");
      return items;
    }
    for (int i = 0; i < node.size(); i++) {
      items.add(new Field((path.isEmpty() ? "item" : path) + "[" + i + "]", node.get(i), faults));
    }
    return items;
  }

  /** Its keys in the order in which they were sent; none, and a fault, where it is no object. */
  List<String> keys() {
    if (node == null) {
      return List.of();
    }
    if (!node.isObject()) {
      fault("is " + kind() + ". Send an object");
      return List.of();
    }
    return List.copyOf(node.propertyNames());
  }

  /** A text that is not blank; a fault for anything that is no text. */
  Optional<String> text() {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isString()) {
      fault("is " + kind() + ". Send a text in double quotes");
      return Optional.empty();
    }
    return Optional.of(node.stringValue()).filter(text -> !text.isBlank());
  }

  /** A text, a number or true and false as they are read; what nests is written as JSON. */
  Optional<String> written() {
    if (node == null) {
      return Optional.empty();
    }
    return Optional.of(node.isContainer() ? node.toString() : node.asString())
        .filter(text -> !text.isBlank());
  }

  /** The text, or "" and a fault. */
  String required(String what) {
    if (node == null) {
      fault("is missing. Send " + what);
      return "";
    }
    Optional<String> text = text();
    if (text.isEmpty() && node.isString()) {
      fault("is empty. Send " + what);
    }
    return text.orElse("");
  }

  /** How much was not sent, as Alertmanager counts it; empty for anything that is no count. */
  OptionalInt count() {
    return node != null && node.isInt() && node.asInt() > 0
        ? OptionalInt.of(node.asInt())
        : OptionalInt.empty();
  }

  void fault(String wrong) {
    faults.add(path.isEmpty() ? "The body" : path, wrong);
  }

  /** What stands here, for who sent something else. */
  String kind() {
    if (node == null) {
      return "missing";
    }
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING, BINARY -> "a text";
      case NULL, MISSING -> "missing";
    };
  }
}
