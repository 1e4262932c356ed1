package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.evenkeel.incident.Prose;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Looks for text that pings somebody or links somewhere in Slack: {@code mvn verify -Pfuzz}. */
final class MrkdwnJazzerTest {
  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");
  private static final int SHORT = 40;

  @FuzzTest(maxDuration = "10m")
  void whatSomebodyTypedStaysText(byte[] typed) {
    check(typed);
  }

  static void check(byte[] typed) {
    String text = new String(typed, StandardCharsets.UTF_8);
    harmless(Mrkdwn.literal(text));
    String cut = Mrkdwn.literal(text, SHORT);
    harmless(cut);
    assertThat(cut.length()).isLessThanOrEqualTo(SHORT);
    harmless(Mrkdwn.of(Prose.of(text).strong(text).code(text)));
  }

  /** Every token of Slack's begins with a bracket, and every bracket of ours is an entity. */
  private static void harmless(String shown) {
    assertThat(ENTITY.matcher(shown).replaceAll("")).doesNotContain("<", ">", "&");
  }
}
