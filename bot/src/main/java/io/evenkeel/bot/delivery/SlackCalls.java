package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Slack once and tells what came of it: an answer, or a {@link Fault}. */
final class SlackCalls {
  private static final int LARGEST_PICTURE = 10 * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A call through Slack's library. */
  interface Call<T extends SlackApiTextResponse> {
    T on(MethodsClient slack) throws IOException, SlackApiException;
  }

  private final Slack slack;
  private final String token;
  private final MethodsClient methods;

  SlackCalls(Slack slack, String token) {
    this.slack = slack;
    methods = new SlackMethods(slack, token);
    this.token = token;
  }

  /**
   * @param expected errors that the caller reads itself
   */
  <T extends SlackApiTextResponse> T call(Call<T> call, Set<String> expected) throws SlackFault {
    try {
      T answer = call.on(methods);
      check(answer.isOk(), answer.getError(), expected);
      return answer;
    } catch (SlackApiException e) {
      throw HttpFaults.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
    } catch (IOException e) {
      throw HttpFaults.connection(e);
    } catch (RuntimeException e) {
      throw new SlackFault(new Fault.Unknown("Slack's answer could not be read: " + e, true));
    }
  }

  /** The answer as it came: Slack's library has failed on odd messages in histories. */
  JsonNode raw(String method, Map<String, String> arguments) throws SlackFault {
    var form = new FormBody.Builder();
    arguments.forEach(form::add);
    String url = slack.getConfig().getMethodsEndpointUrlPrefix() + method;
    try (Response response =
        slack.getHttpClient().postFormWithBearerHeader(url, token, form.build())) {
      if (!response.isSuccessful()) {
        throw HttpFaults.status(response.code(), response.header("Retry-After"));
      }
      var body = response.body();
      JsonNode json = JSON.readTree(body == null ? "" : body.string());
      check(json.path("ok").asBoolean(), json.path("error").asString(), Set.of());
      return json;
    } catch (IOException e) {
      throw HttpFaults.connection(e);
    } catch (RuntimeException e) {
      throw new SlackFault(new Fault.Unknown("Slack's answer could not be read: " + e, true));
    }
  }

  /** Sends a file's bytes to where Slack wants them. */
  void upload(String url, byte[] bytes) throws SlackFault {
    var request = new Request.Builder().url(url).post(RequestBody.create(bytes)).build();
    try (Response response = slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw HttpFaults.status(response.code(), response.header("Retry-After"));
      }
    } catch (IOException e) {
      throw HttpFaults.connection(e);
    }
  }

  /**
   * A picture's bytes, with the bot's token, which goes to Slack alone: whoever may not see it gets
   * a page to sign in, which is no picture.
   */
  byte @Nullable [] picture(String url) throws SlackFault {
    HttpUrl address = HttpUrl.parse(url);
    HttpUrl api = HttpUrl.parse(slack.getConfig().getMethodsEndpointUrlPrefix());
    boolean ours =
        address != null
            && api != null
            && ((address.isHttps() && address.host().equals("files.slack.com"))
                || (address.host().equals(api.host()) && address.port() == api.port()));
    if (!ours) {
      return null;
    }
    var request = new Request.Builder().url(url).header("Authorization", "Bearer " + token).build();
    try (Response response = slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
      if (response.code() == 429 || response.code() >= 500) {
        throw HttpFaults.status(response.code(), response.header("Retry-After"));
      }
      var body = response.body();
      String type = response.header("Content-Type", "");
      if (!response.isSuccessful() || body == null || type == null || !type.startsWith("image/")) {
        return null;
      }
      byte[] bytes = body.byteStream().readNBytes(LARGEST_PICTURE + 1);
      return bytes.length > LARGEST_PICTURE ? null : bytes;
    } catch (IOException e) {
      throw HttpFaults.connection(e);
    }
  }

  private static void check(boolean ok, @Nullable String error, Set<String> expected)
      throws SlackFault {
    if (!ok && (error == null || !expected.contains(error))) {
      throw new SlackFault(SlackErrors.fault(error == null ? "nothing" : error));
    }
  }
}
