package io.evenkeel.bot.delivery;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.Response;

/**
 * Slack's methods as its library has them, but all answers are read by one reader. The library
 * makes a new reader for each answer, which learns the shape of it anew: that takes the processor
 * longer than the rest of the call.
 */
final class SlackMethods extends MethodsClientImpl {
  /**
   * As strict as the library's own for a standard configuration; safe for any number of threads.
   */
  private static final Gson READER = GsonFactory.createSnakeCase();

  private final Slack slack;

  SlackMethods(Slack slack, String token) {
    super(slack.getHttpClient(), token);
    this.slack = slack;
    setEndpointUrlPrefix(slack.getConfig().getMethodsEndpointUrlPrefix());
  }

  @Override
  protected <T extends SlackApiTextResponse> T postFormWithTokenAndParseResponse(
      FormBody.Builder form, String method, String token, Class<T> type)
      throws IOException, SlackApiException {
    try (Response response = runPostFormWithToken(form, method, token)) {
      var body = response.body();
      String answer = body == null ? "" : body.string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(slack.getConfig(), response, answer);
      }
      return READER.fromJson(answer, type);
    }
  }
}
