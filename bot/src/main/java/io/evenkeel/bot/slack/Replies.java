package io.evenkeel.bot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import io.evenkeel.bot.view.Message;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says something after the acknowledgement, to the person who asked and nobody else. It cannot be
 * checked whether it was seen, so it is sent once and is never the only record of anything.
 */
final class Replies {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private final Slack slack;
  private final ResponseUrls accepted;

  Replies(Slack slack) {
    this.slack = slack;
    accepted = new ResponseUrls(URI.create(slack.getConfig().getMethodsEndpointUrlPrefix()));
  }

  /**
   * Blocks until it is sent or has failed; throws nothing.
   *
   * @param responseUrl null where Slack gave none
   * @param replace in the place of the message that the address belongs to
   */
  void say(@Nullable String responseUrl, String ref, Message message, boolean replace) {
    if (responseUrl == null || !accepted.accepts(responseUrl)) {
      log.warn("There is no address to answer to (ref {})", ref);
      return;
    }
    ActionResponse body =
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(replace)
            .text(message.text())
            .blocks(message.blocks())
            .build();
    try (var response = slack.getHttpClient().postJsonBody(responseUrl, body)) {
      if (!response.isSuccessful()) {
        log.warn("Slack took no answer: status {} (ref {})", response.code(), ref);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("No answer reached Slack (ref {}): {}", ref, e.getClass().getSimpleName());
    }
  }
}
