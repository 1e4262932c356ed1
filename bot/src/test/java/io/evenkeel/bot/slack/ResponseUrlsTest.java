package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseUrlsTest {
  private final ResponseUrls slack = new ResponseUrls(URI.create("https://slack.com/api/"));

  @Test
  void slacksOwnHostForThemIsAnswered() {
    assertThat(slack.accepts("https://hooks.slack.com/commands/T1/2/abc")).isTrue();
    assertThat(slack.accepts("https://HOOKS.slack.com:443/actions/T1/2/abc")).isTrue();
  }

  @Test
  void theHostOfTheWebApiIsAnsweredOnItsOwnPortOnly() {
    var sandbox = new ResponseUrls(URI.create("http://127.0.0.1:4000/api/"));
    assertThat(sandbox.accepts("http://127.0.0.1:4000/response/1")).isTrue();
    assertThat(sandbox.accepts("http://127.0.0.1:5432/response/1")).isFalse();
    assertThat(sandbox.accepts("http://localhost:4000/response/1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "http://hooks.slack.com/commands/1",
        "https://hooks.slack.com.example.org/1",
        "https://hooks.slack.com@example.org/1",
        "https://someone@hooks.slack.com/1",
        "https://example.org/hooks.slack.com",
        "https://hooks.slack.com:8443/1",
        "file:///etc/passwd",
        "//hooks.slack.com/1",
        "https://hooks.slack.com\\@example.org/",
        "https:///1"
      })
  void nothingElseIs(String url) {
    assertThat(slack.accepts(url)).isFalse();
  }
}
