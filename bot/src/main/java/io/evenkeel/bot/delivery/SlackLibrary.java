package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
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
    var config = new SlackConfig();
    config.setStatsEnabled(false);
    config.getMethodsConfig().setStatsEnabled(false);
    config.setMethodsEndpointUrlPrefix(apiUrl.endsWith("/") ? apiUrl : apiUrl + "/");
    var http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(callLimit)
            .connectTimeout(callLimit)
            .readTimeout(callLimit)
            .writeTimeout(callLimit)
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
