package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody comes back to who has signed in. */
final class DepartureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents/INC-1/postmortem",
        "/incidents/INC-1/postmortem?template=howie",
        "/slos",
        "/slos/checkout-api"
      })
  void aPageOfOursIsComeBackTo(String page) {
    assertThat(Departure.target(page)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/incidents",
        "//evil.example/slos",
        "/slos//evil.example",
        "/slosh",
        "/slos/../sign-out",
        "/slos\\evil",
        "/slos/a\r\nSet-Cookie: a=b",
        "/sign-out"
      })
  void nothingElseIs(String page) {
    assertThat(Departure.target(page)).isEqualTo(Departure.HOME);
  }
}
