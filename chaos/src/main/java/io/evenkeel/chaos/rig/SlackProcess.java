package io.evenkeel.chaos.rig;

import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The simulated Slack as a process of its own, so that it takes no time from who measures. */
public final class SlackProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String baseUrl;

  private SlackProcess(Process process, String baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /**
   * Runs and answers.
   *
   * @param rateScale 1 for Slack's rate limits, 10 for ten times as many calls, 0 for none
   */
  public static SlackProcess start(double rateScale) {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlackProcess.class.getName(),
                Double.toString(rateScale)));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = Running.keep(builder.start());
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      while (line != null && !line.startsWith("http://")) {
        line = out.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("the simulated Slack has ended");
      }
      return new SlackProcess(process, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Serves until it is killed; its first line of output is its address.
   *
   * @param arguments the rate scale
   */
  public static void main(String[] arguments) throws InterruptedException {
    Settings settings =
        Settings.forTests(InstantSource.system()).withRateScale(Double.parseDouble(arguments[0]));
    try (var slack = SlackSandbox.start(0, settings)) {
      System.out.println(slack.baseUrl());
      new CountDownLatch(1).await();
    }
  }

  /** With a slash at the end. */
  public String baseUrl() {
    return baseUrl;
  }

  /** What the bot's {@code SLACK_API_URL} must be. */
  public String apiUrl() {
    return baseUrl + "api/";
  }

  /** Adds a fault, as the control API takes it: {@code {"method": …, "kind": …}}. */
  public void fault(String json) {
    var _ = ask("faults", HttpRequest.BodyPublishers.ofString(json));
  }

  /** No more faults, and the calls so far are forgotten. */
  public void reset() {
    var _ = ask("reset", HttpRequest.BodyPublishers.ofString("{}"));
  }

  /** The whole workspace. */
  public JsonNode state() {
    return ask("state", null);
  }

  private JsonNode ask(String what, HttpRequest.@Nullable BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(baseUrl + "_sandbox/" + what));
    if (body != null) {
      request.POST(body);
    }
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(what + ": " + response.body());
      }
      return Json.parse(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Waiting.until("the simulated Slack has ended", () -> !process.isAlive());
  }
}
