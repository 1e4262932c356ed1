package io.evenkeel.bot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.List;

/** Bolt with nothing of its own: no middleware, no call to Slack, nothing from the environment. */
final class BoltApp {
  private BoltApp() {}

  static App over(Slack slack) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(null)
            .signingSecret(null)
            .clientId(null)
            .clientSecret(null)
            .threadPoolSize(1)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(BoltApp::unmatched)
            .build();
    return new App(config, slack, List.of());
  }

  /** Slack gets its acknowledgement; a person who typed a command is not left without a word. */
  private static Response unmatched(Request<?> request) {
    return request.getRequestType() == RequestType.Command
        ? Response.ok("Evenkeel listens to /incident. Try: /incident help")
        : Response.ok();
  }
}
