package io.evenkeel.bot.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import io.evenkeel.incident.PersonId;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and changes forms, and shows the Home tab: the only class here that calls Slack's Web API.
 */
final class Modals {
  private static final Logger log = LoggerFactory.getLogger(Modals.class);

  private final MethodsClient client;

  Modals(Slack slack, String botToken) {
    client = slack.methods(botToken);
  }

  /**
   * @param triggerId good for 3 s, once
   * @return false when the form did not open; the reason is in the log
   */
  boolean open(String triggerId, String ref, View view) {
    return done(ref, () -> client.viewsOpen(call -> call.triggerId(triggerId).view(view)));
  }

  /** Puts another view in the place of one that is open. */
  boolean update(String viewId, String ref, View view) {
    return done(ref, () -> client.viewsUpdate(call -> call.viewId(viewId).view(view)));
  }

  /**
   * Shows it on somebody's Home tab.
   *
   * @return false when Slack did not take it; the reason is in the log
   */
  boolean publish(PersonId who, String ref, View view) {
    return done(ref, () -> client.viewsPublish(call -> call.userId(who.value()).view(view)));
  }

  private static boolean done(String ref, Callable<? extends SlackApiTextResponse> call) {
    try {
      SlackApiTextResponse response = call.call();
      if (!response.isOk()) {
        log.warn("Slack showed no form: {} (ref {})", response.getError(), ref);
      }
      return response.isOk();
    } catch (Exception e) {
      log.warn("Slack showed no form: {} (ref {})", e.getClass().getSimpleName(), ref);
      return false;
    }
  }
}
