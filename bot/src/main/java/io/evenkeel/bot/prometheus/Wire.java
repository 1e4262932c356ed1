package io.evenkeel.bot.prometheus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers within their limits; no redirect is followed and no proxy asked. */
final class Wire implements AutoCloseable {
  private static final String API = "api/v1/";
  private static final int MOST_BYTES = 4_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String base;
  private final @Nullable String authorization;
  private final Duration longest;
  private final HttpClient client;

  Wire(URI url, @Nullable String authorization, Duration longest) {
    this.base = url.toString().replaceAll("/+$", "") + "/" + API;
    this.authorization = authorization;
    this.longest = longest;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(longest)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** Posted, as expressions may be longer than an address. */
  Said ask(String what, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(base + what))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      // The client's own time-out ends with the headers; this one is for all of it.
      return said(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Said.Failed(
          "Prometheus took longer than " + longest.toSeconds() + " s. Ask for less, or see why.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.Failed("Nobody waited for Prometheus: Evenkeel is being stopped.");
    } catch (CancellationException e) {
      return new Said.Failed("Evenkeel is being stopped.");
    } catch (ExecutionException e) {
      return new Said.Failed(failure(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static Said said(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String why =
        switch (status) {
          case 401, 403 -> "Prometheus refuses Evenkeel (" + status + "). Check PROMETHEUS_TOKEN.";
          case 404 ->
              "There is no Prometheus at that address (404). Check prometheus: url: in the"
                  + " settings.";
          case 429 -> "Prometheus is asked too often (429). It is asked again.";
          default ->
              status >= 300 && status < 400
                  ? "Prometheus redirects ("
                      + status
                      + "). Write where it ends up into the settings."
                  : null;
        };
    if (why != null) {
      return new Said.Failed(why);
    }
    try {
      return new Said.Json(status, JSON.readTree(response.body()));
    } catch (JacksonException e) {
      return new Said.Failed(
          status >= 500
              ? "Prometheus has trouble of its own (" + status + "). It is asked again."
              : "What answers there is no Prometheus. Check prometheus: url: in the settings.");
    }
  }

  /** The causes are nested as the client likes. */
  private String failure(@Nullable Throwable why) {
    for (Throwable one = why; one != null; one = one.getCause()) {
      if (one instanceof UnresolvedAddressException) {
        return "No server has the name of Prometheus' address. Check prometheus: url: in the"
            + " settings.";
      }
      if (one instanceof SSLException) {
        return "Prometheus cannot prove that it is the one that was asked for. Check its"
            + " certificate.";
      }
      if (one instanceof IOException && String.valueOf(one.getMessage()).contains("capacity")) {
        return "Prometheus answered with more than 4 MB. Ask for less, such as a sum().";
      }
    }
    return why instanceof ConnectException
        ? "Prometheus cannot be reached. Check that it runs and that nothing stands between."
        : "Prometheus broke off. It is asked again.";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
