package io.evenkeel.sandbox.blockkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with some blocks, in Slack's own words: {@code [ERROR] … [json-pointer:/blocks/0]}.
 */
final class Findings {

  private final List<String> messages = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();

  List<String> messages() {
    return List.copyOf(messages);
  }

  void add(String pointer, String words) {
    messages.add("[ERROR] " + words + " [json-pointer:" + pointer + "]");
  }

  /** Whether the field is there; says so if not. */
  boolean required(JsonNode node, String field, String pointer) {
    if (node.hasNonNull(field)) {
      return true;
    }
    add(pointer, "missing required field: " + field);
    return false;
  }

  /** A string of at most so many characters, if it is there. */
  void string(JsonNode node, String field, int max, String pointer) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (!value.isString()) {
      add(pointer + "/" + field, "must be a string");
    } else if (value.asString().length() > max) {
      add(pointer + "/" + field, "must be less than " + (max + 1) + " characters");
    }
  }

  /** A string that must be there and say something. */
  void requiredString(JsonNode node, String field, int max, String pointer) {
    if (required(node, field, pointer)) {
      string(node, field, max, pointer);
      if (node.path(field).asString("").isEmpty()) {
        add(pointer + "/" + field, "must be more than 0 characters");
      }
    }
  }

  /** A string that matches, if it is there. */
  void matching(JsonNode node, String field, Pattern pattern, String pointer) {
    JsonNode value = node.path(field);
    if (value.isString() && !pattern.matcher(value.asString()).matches()) {
      add(pointer + "/" + field, "failed to match format: " + pattern);
    }
  }

  /** An array of so many items; true if its items can be looked at. */
  boolean items(JsonNode node, String field, int min, int max, String pointer) {
    JsonNode value = node.path(field);
    String at = pointer + "/" + field;
    if (!value.isArray()) {
      add(at, "must be an array");
      return false;
    }
    if (value.size() < min) {
      add(at, "no less than " + min + " items allowed");
    }
    if (value.size() > max) {
      add(at, "no more than " + max + " items allowed");
    }
    return true;
  }

  void blockId(JsonNode block, String pointer) {
    string(block, "block_id", 255, pointer);
    String id = block.path("block_id").asString("");
    if (!id.isEmpty() && !blockIds.add(id)) {
      add(pointer + "/block_id", "`block_id` already exists");
    }
  }
}
