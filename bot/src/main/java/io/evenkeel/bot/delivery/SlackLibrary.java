package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import io.evenkeel.bot.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Slack's library, set up so that it sends each request once. The process needs one of it: each
 * more leaks threads.
 */
public final class SlackLibrary {
  private SlackLibrary() {}

  /**
   * @param apiUrl such as {@code https://slack.com/api/}
   * @param callLimit after so long a call ends, whatever Slack does; shorter than a lease
   */
  public static Slack open(String apiUrl, Duration callLimit) {
    return open(apiUrl, callLimit, new SimpleMeterRegistry(), Spans.NONE);
  }

  /**
   * The same with every request traced and counted: {@code evenkeel_slack_calls_total} by method
   * and outcome, {@code evenkeel_slack_call_seconds} by method.
   */
  public static Slack open(String apiUrl, Duration callLimit, MeterRegistry meters, Spans spans) {
    var config = new SlackConfig();
    // Each interface that counts its calls keeps a thread that wakes every second; the library
    // itself forgets one of them.
    config.getSCIM2Config().setStatsEnabled(false);
    config.setStatsEnabled(false);
    String prefix = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    config.setMethodsEndpointUrlPrefix(prefix);
    var http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(callLimit)
            .connectTimeout(callLimit)
            .readTimeout(callLimit)
            .writeTimeout(callLimit)
            .addInterceptor(new CallMeter(meters, spans, prefix))
            .addNetworkInterceptor(SlackLibrary::withoutResending)
            .build();
    var client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** OkHttp repeats a request after a 408, and after a 503 with {@code Retry-After: 0}. */
  private static Response withoutResending(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return switch (response.code()) {
      case 408 -> response.newBuilder().code(500).build();
      case 503 -> response.newBuilder().removeHeader("Retry-After").build();
      default -> response;
    };
  }
}
