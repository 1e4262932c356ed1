package io.evenkeel.bot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachTest {
  private static final Reach LISTED = new Reach(List.of("events.PagerDuty.com", "*.example.org"));

  @Test
  void withoutAListEveryHostMayBeCalled() {
    assertThat(Reach.EVERYWHERE.allows("anything.example.com")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.pagerduty.com", "EVENTS.pagerduty.com.", "a.b.example.org"})
  void whatIsListedMayBeCalled(String host) {
    assertThat(LISTED.refusal(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pagerduty.com",
        "example.org",
        ".example.org",
        "notexample.org",
        "example.org.evil.com",
        "events.pagerduty.com.evil.com",
        "127.0.0.1",
        "*.example.org.evil.com",
        ""
      })
  void whatIsNotListedIsNot(String host) {
    assertThat(LISTED.refusal(host))
        .hasValueSatisfying(words -> assertThat(words).contains("outgoing: allow:", "Add it"));
  }
}
