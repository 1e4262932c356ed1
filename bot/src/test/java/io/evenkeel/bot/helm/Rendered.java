package io.evenkeel.bot.helm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The objects of one rendering, and the questions that tests ask about them. */
record Rendered(List<JsonNode> objects) {

  /** A pod as its workload makes it. */
  record Template(String workload, JsonNode metadata, JsonNode spec) {
    JsonNode container() {
      return spec.at("/containers/0");
    }

    /** Plain variables with their values, those from a secret with "secret/key". */
    Map<String, String> environment() {
      var all = new TreeMap<String, String>();
      for (JsonNode variable : container().path("env")) {
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        all.put(
            variable.at("/name").asString(),
            secret.isMissingNode()
                ? variable.at("/value").asString()
                : secret.at("/name").asString() + "/" + secret.at("/key").asString());
      }
      return all;
    }

    /** The secrets' keys by the file that holds each. */
    Map<String, String> files() {
      var all = new TreeMap<String, String>();
      for (JsonNode volume : spec.path("volumes")) {
        for (JsonNode source : volume.at("/projected/sources")) {
          for (JsonNode item : source.at("/secret/items")) {
            all.put(
                item.at("/path").asString(),
                source.at("/secret/name").asString() + "/" + item.at("/key").asString());
          }
        }
      }
      return all;
    }

    boolean matches(JsonNode selector) {
      return !selector.isEmpty()
          && metadata.path("labels").properties().containsAll(selector.properties());
    }
  }

  List<JsonNode> all(String kind) {
    return objects.stream().filter(object -> is(object, kind)).toList();
  }

  JsonNode one(String kind) {
    return all(kind).stream().findFirst().orElseThrow(() -> new AssertionError("no " + kind));
  }

  JsonNode named(String kind, String name) {
    return all(kind).stream()
        .filter(object -> object.at("/metadata/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  boolean has(String kind) {
    return !all(kind).isEmpty();
  }

  /** The pods of every workload, of hooks too. */
  List<Template> pods() {
    return objects.stream().flatMap(Rendered::pod).toList();
  }

  Template server() {
    return pod(one("Deployment")).findFirst().orElseThrow();
  }

  Template migration() {
    return pod(one("Job")).findFirst().orElseThrow();
  }

  Template verification() {
    return pod(one("CronJob")).findFirst().orElseThrow();
  }

  static boolean is(JsonNode object, String kind) {
    return object.at("/kind").asString().equals(kind);
  }

  static String name(JsonNode object) {
    return object.at("/kind").asString() + " " + object.at("/metadata/name").asString();
  }

  private static Stream<Template> pod(JsonNode object) {
    JsonNode pod =
        switch (object.at("/kind").asString()) {
          case "Pod" -> object;
          case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
          default -> object.at("/spec/template");
        };
    return pod.has("spec")
        ? Stream.of(new Template(name(object), pod.path("metadata"), pod.path("spec")))
        : Stream.of();
  }
}
