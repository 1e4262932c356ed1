package io.evenkeel.bot.delivery;

import io.evenkeel.bot.trace.Spans;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Counts every request to Slack, by method and by what Slack said: {@code ok}, its own word for an
 * error, {@code http_500}, {@code ratelimited}, {@code no_answer} or {@code unreachable}.
 */
final class CallMeter implements Interceptor {
  private static final Pattern OK = Pattern.compile("\"ok\"\\s*:\\s*true");
  private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z0-9_]{1,60})\"");

  /** Slack says first whether it is well; what follows may be long. */
  private static final long FIRST_BYTES = 2048;

  private static final Duration[] LIMITS =
      IntStream.of(100, 250, 500, 1000, 2500, 5000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Spans spans;
  private final String prefix;

  /**
   * @param prefix what all methods' addresses begin with
   */
  CallMeter(MeterRegistry meters, Spans spans, String prefix) {
    this.meters = meters;
    this.spans = spans;
    this.prefix = prefix;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String method = method(request.url().toString(), request);
    return spans.call(method, () -> counted(chain, request, method));
  }

  private Response counted(Chain chain, Request request, String method) throws IOException {
    long began = System.nanoTime();
    String outcome = "no_answer";
    try {
      Response response = chain.proceed(request);
      outcome = outcome(response, method);
      return response;
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      outcome = "unreachable";
      throw e;
    } finally {
      spans.outcome(outcome);
      Counter.builder("evenkeel.slack.calls")
          .description("Requests to Slack by method and by what Slack said")
          .tag("method", method)
          .tag("outcome", outcome)
          .register(meters)
          .increment();
      Timer.builder("evenkeel.slack.call")
          .description("From a request to Slack to the beginning of its answer")
          .tag("method", method)
          .serviceLevelObjectives(LIMITS)
          .register(meters)
          .record(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /** The addresses that Slack gives out for answers and for files hold secrets. */
  private String method(String url, Request request) {
    if (url.startsWith(prefix)) {
      String name = url.substring(prefix.length()).replaceFirst("[?#].*", "");
      return name.matches("[a-zA-Z.]{1,60}") ? name : "other";
    }
    var body = request.body();
    var type = body == null ? null : body.contentType();
    return type != null && type.subtype().equals("json") ? "response_url" : "upload";
  }

  private static String outcome(Response response, String method) throws IOException {
    if (response.code() == 429) {
      return "ratelimited";
    }
    if (!response.isSuccessful()) {
      return "http_" + response.code();
    }
    if (method.equals("response_url") || method.equals("upload")) {
      return "ok";
    }
    String begins = response.peekBody(FIRST_BYTES).string();
    if (OK.matcher(begins).find()) {
      return "ok";
    }
    var error = ERROR.matcher(begins);
    return error.find() ? error.group(1) : "unreadable";
  }
}
