package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {
  /** The worked example of Slack's page "Verifying requests from Slack". */
  private static final String SLACKS_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final byte[] SLACKS_BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
              + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
              + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(StandardCharsets.UTF_8);
  private static final String SLACKS_TIME = "1531420618";
  private static final String SLACKS_SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final Instant THEN = Instant.ofEpochSecond(1531420618);

  private final Signature signature = new Signature(SLACKS_SECRET, null);

  @Test
  void slacksOwnExampleHolds() {
    assertThat(signature.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isTrue();
  }

  @Test
  void oneOtherByteInTheBodyIsRefused() {
    byte[] other = SLACKS_BODY.clone();
    other[7] ^= 1;
    assertThat(signature.vouches(other, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isFalse();
  }

  @Test
  void aNewlineAddedAtTheEndIsRefused() {
    byte[] longer = new byte[SLACKS_BODY.length + 1];
    System.arraycopy(SLACKS_BODY, 0, longer, 0, SLACKS_BODY.length);
    longer[SLACKS_BODY.length] = '\n';
    assertThat(signature.vouches(longer, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 1, 300})
  void fiveMinutesEitherWayAreAccepted(long seconds) {
    Instant now = THEN.plusSeconds(seconds);
    assertThat(signature.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, now)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -301, 301, 86_400})
  void olderAndEarlierThanThatAreRefused(long seconds) {
    Instant now = THEN.plusSeconds(seconds);
    assertThat(signature.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, now)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "1531420618.5", "abc", "99999999999999999999", "+15"})
  void aTimestampThatIsNoNumberOfSecondsIsRefused(String timestamp) {
    assertThat(signature.vouches(SLACKS_BODY, timestamp, SLACKS_SIGNATURE, THEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "---", "a2114d57", "v1=a2114d57b48eac39b9ad189dd8316235"})
  void aSignatureThatIsNoneIsRefused(String given) {
    assertThat(signature.vouches(SLACKS_BODY, SLACKS_TIME, given, THEN)).isFalse();
  }

  @Test
  void missingHeadersAreRefused() {
    assertThat(signature.vouches(SLACKS_BODY, null, SLACKS_SIGNATURE, THEN)).isFalse();
    assertThat(signature.vouches(SLACKS_BODY, SLACKS_TIME, null, THEN)).isFalse();
  }

  @Test
  void thePreviousSecretHoldsWhileTheSecretIsRotated() {
    var rotating = new Signature("the new one", SLACKS_SECRET);
    assertThat(rotating.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isTrue();
    var rotated = new Signature("the new one", null);
    assertThat(rotated.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isFalse();
  }

  @Test
  void theNewSecretHoldsBesideThePreviousOne() {
    var rotating = new Signature(SLACKS_SECRET, "the old one");
    assertThat(rotating.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isTrue();
    var neither = new Signature("the newest", "the old one");
    assertThat(neither.vouches(SLACKS_BODY, SLACKS_TIME, SLACKS_SIGNATURE, THEN)).isFalse();
  }

  @Test
  void withoutASecretNothingStarts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Signature(" ", null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Signature("good", ""));
  }
}
