package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MrkdwnTest {

  @Test
  void everySpanHasItsForm() {
    Prose prose =
        Prose.of("Declared ")
            .strong("INC-1 a<b")
            .text(" & ")
            .code("/incident `x`")
            .mention(new Person(new PersonId("U1"), "alice"))
            .room(new ChannelId("C1"))
            .at(Instant.parse("2026-11-21T14:32:00Z"))
            .link("https://x.test/?a=1&b=2", "here");

    assertThat(Mrkdwn.of(prose))
        .isEqualTo(
            "Declared *INC-1 a&lt;b* &amp; `/incident ˋxˋ`<@U1><#C1>"
                + "<!date^1795271520^{date_short_pretty} {time}|14:32 UTC>"
                + "<https://x.test/?a=1&amp;b=2|here>");
  }

  @ParameterizedTest
  @CsvSource({
    "<!channel>, &lt;!channel&gt;",
    "a & b, a &amp; b",
    "&amp;, &amp;amp;",
    "*bold*, ∗bold∗",
    "_it_ and ~no~, ＿it＿ and ∼no∼",
    "snake_case_name, snake_case_name",
    "2 * 3, 2 * 3",
    "`rm`, ˋrmˋ"
  })
  void whatSomebodyTypedStaysText(String typed, String shown) {
    assertThat(Mrkdwn.literal(typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "5", "6", "100", "2999", "3000"})
  void anEscapedTextIsNeverLongerThanItsLimitAndNeverCutInAnEntity(int limit) {
    String cut = Mrkdwn.literal("&".repeat(3000), limit);

    assertThat(cut).hasSizeLessThanOrEqualTo(limit);
    assertThat(cut.replace("&amp;", "").replace("…", "")).isEmpty();
  }

  @Test
  void anEmojiIsNotCutInHalves() {
    String cut = Mrkdwn.literal("🔥".repeat(50), 10);

    assertThat(cut).isEqualTo("🔥".repeat(4) + "…");
  }

  @Test
  void aLongAnswerIsCutWhereItStillReads() {
    Prose prose = Prose.of("x".repeat(10)).strong("y".repeat(100));

    assertThat(Mrkdwn.of(prose, 50)).isEqualTo("x".repeat(10));
  }

  static List<Path> kept() throws IOException {
    try (var files =
        Files.list(
            Path.of(
                "src/test/resources/io/evenkeel/bot/view/MrkdwnJazzerTestInputs/whatSomebodyTypedStaysText"))) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatTheFuzzerKeepsStaysText(Path input) throws IOException {
    MrkdwnJazzerTest.check(Files.readAllBytes(input));
  }
}
