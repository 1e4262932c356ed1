package io.evenkeel.sandbox.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes one target every second and keeps these rules. */
final class Prometheus {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private Prometheus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Prometheus start(Path folder, String rules, int target) throws IOException {
    return start(
        folder,
        rules,
        """
        scrape_configs:
          - job_name: evenkeel
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(target));
  }

  /** The same, which tells that Alertmanager of what fires. */
  static Prometheus alerting(Path folder, String rules, int target, int alertmanager)
      throws IOException {
    return start(
        folder,
        rules,
        """
        scrape_configs:
          - job_name: api
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        alerting:
          alertmanagers:
            - static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(target, alertmanager));
  }

  /** It scrapes nothing, and knows what stands in {@code data} below that folder. */
  static Prometheus over(Path folder, String rules) throws IOException {
    return start(folder, rules, "");
  }

  private static Prometheus start(Path folder, String rules, String scrapes) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), rules);
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yaml"),
            """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: [rules.yaml]
            """
                + scrapes);
    int port = free();
    var builder =
        new ProcessBuilder(
                Promtool.program("prometheus").toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .inheritIO();
    builder.environment().put("GOGC", Promtool.TIDIED_UP);
    return new Prometheus(builder.start(), port);
  }

  /** How many series a selector or another expression has right now; 0 also while it starts. */
  int series(String expression) {
    return result(expression).size();
  }

  /** The names of the alerts that fire, with the promise that is broken where it is one. */
  List<String> firing() {
    List<String> names = new ArrayList<>();
    for (JsonNode one : result("ALERTS{alertstate=\"firing\"}")) {
      JsonNode labels = one.path("metric");
      String slo = labels.path("slo").asString("");
      names.add(labels.path("alertname").asString() + (slo.isEmpty() ? "" : " of " + slo));
    }
    return names;
  }

  /** What was scraped, at its own time. */
  record Sample(Instant at, double value) {}

  /** All samples of one series, as its selector with a range finds them. */
  List<Sample> samples(String selector) {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode one : result(selector).path(0).path("values")) {
      Instant at =
          Instant.ofEpochMilli(
              one.path(0).decimalValue().movePointRight(3).toBigInteger().longValueExact());
      samples.add(new Sample(at, Double.parseDouble(one.path(1).asString())));
    }
    return samples;
  }

  /** Where it is. */
  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What it answers to an expression; nothing while it starts. */
  private JsonNode result(String expression) {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + query);
    try {
      var answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 400) {
        throw new IllegalArgumentException(expression + ": " + answer.body());
      }
      return answer.statusCode() == 200
          ? JSON.readTree(answer.body()).path("data").path("result")
          : JSON.createArrayNode();
    } catch (IOException e) {
      return JSON.createArrayNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
