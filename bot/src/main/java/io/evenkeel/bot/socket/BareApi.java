package io.evenkeel.bot.socket;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Web API as bare HTTP, for the few calls of which the headers matter or which take an
 * app-level token. Sends each request once and follows no redirect.
 */
public final class BareApi implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http;
  private final URI api;
  private final Duration limit;

  /**
   * @param api the Web API's address, with a slash at the end
   * @param limit so long a call may take
   */
  public BareApi(URI api, Duration limit) {
    this.api = api;
    this.limit = limit;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit)
            .build();
  }

  /**
   * What Slack answered.
   *
   * @param body as it came; an empty object where it was no JSON
   * @param took from sending to the whole answer
   */
  public record Answered(int status, HttpHeaders headers, JsonNode body, Duration took) {
    public boolean ok() {
      return body.path("ok").asBoolean(false);
    }

    /** Slack's word for what is wrong; the HTTP status where it said none. */
    public String error() {
      return body.path("error").asString("HTTP " + status);
    }
  }

  /**
   * Calls one method.
   *
   * @param form the arguments, form-encoded; empty for none
   * @throws IOException when no answer comes within the limit
   */
  public Answered call(String method, String token, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(method))
            .timeout(limit)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    long started = System.nanoTime();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Answered(
        response.statusCode(),
        response.headers(),
        json(response.body()),
        Duration.ofNanos(System.nanoTime() - started));
  }

  /** Calls under way are given up. */
  @Override
  public void close() {
    http.shutdownNow();
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return JSON.createObjectNode();
    }
  }
}
