package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsCreateResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuthTest extends SandboxTest {

  @Test
  void theBotLearnsWhoItIs() throws Exception {
    var answer = slack.authTest(r -> r);

    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getUserId()).isEqualTo("U0EVENKEEL");
    assertThat(answer.getBotId()).isEqualTo("B0EVENKEEL");
    assertThat(answer.getTeamId()).isEqualTo("T0SANDBOX");
    assertThat(answer.getHttpResponseHeaders()).containsKey("x-oauth-scopes");
  }

  @Test
  void anotherTokenIsRefused() throws Exception {
    assertThat(client(sandbox, "xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    assertThat(send("auth.test", "")).contains("not_authed");
  }

  @Test
  void aMethodThatIsNotServedIsUnknown() throws Exception {
    assertThat(send("chat.meMessage", "")).contains("unknown_method");
  }

  @Test
  void aMissingScopeIsNamed() throws Exception {
    try (SlackSandbox poor = SlackSandbox.start(0, settings().withScopes(Set.of("chat:write")))) {
      ConversationsCreateResponse answer =
          client(poor).conversationsCreate(r -> r.name("inc-1-api"));

      assertThat(answer.getError()).isEqualTo("missing_scope");
      assertThat(answer.getNeeded()).contains("channels:manage");
      assertThat(answer.getProvided()).isEqualTo("chat:write");
    }
  }

  @Test
  void aMissingArgumentIsNamed() throws Exception {
    var answer = slack.usersInfo(r -> r);

    assertThat(answer.getError()).isEqualTo("invalid_arguments");
    assertThat(send("users.info", "token=xoxb-sandbox-token"))
        .contains("[ERROR] missing required field: user");
  }

  private String send(String method, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
