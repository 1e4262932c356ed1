package io.evenkeel.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as it was written: what whoever pulls it sees.
 *
 * @param config OCI's image configuration
 * @param layers the lowest first
 */
record Written(JsonNode config, List<Layer> layers) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Written {
    layers = List.copyOf(layers);
  }

  /**
   * A layer.
   *
   * @param comment what it was called when it was made
   * @param bytes packed
   */
  record Layer(String comment, String digest, long bytes) {}

  /** Of a tar that holds an OCI layout. */
  static Written read(Path tar) {
    Map<String, byte[]> small = new HashMap<>();
    try (InputStream in = Files.newInputStream(tar);
        var entries = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        String name = entry.getName();
        if (entry.getSize() < 100_000) {
          small.put(name, entries.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode index = json(small, "index.json");
    JsonNode manifest = json(small, blob(index.path("manifests").path(0)));
    JsonNode config = json(small, blob(manifest.path("config")));
    var layers = new ArrayList<Layer>();
    for (JsonNode layer : manifest.path("layers")) {
      layers.add(
          new Layer(
              comment(config, layers.size()),
              layer.path("digest").asString(""),
              layer.path("size").asLong(0)));
    }
    return new Written(config, layers);
  }

  private static String comment(JsonNode config, int layer) {
    return config.path("history").path(layer).path("comment").asString("");
  }

  private static String blob(JsonNode descriptor) {
    return "blobs/" + descriptor.path("digest").asString("").replace(':', '/');
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("it is no OCI layout: " + name + " is missing");
    }
    return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
  }

  /** What differs from another build, in words. */
  String comparedWith(Written other) {
    if (equals(other)) {
      return "Both are the same, byte for byte.";
    }
    var differ = new ArrayList<String>();
    for (Layer layer : layers) {
      if (!other.layers().contains(layer)) {
        differ.add("layer " + layer.comment());
      }
    }
    for (String part : List.of("config", "created", "architecture", "history")) {
      if (!config.path(part).equals(other.config().path(part))) {
        differ.add(part);
      }
    }
    return "They differ in: " + String.join(", ", differ) + ". All else is the same.";
  }

  @Override
  public String toString() {
    return layers.stream()
        .map(layer ->
            "  %-10s %6.1f MB  %s%n"
                .formatted(layer.comment(), layer.bytes() / 1e6, layer.digest().substring(7, 19)))
        .collect(Collectors.joining());
  }
}
