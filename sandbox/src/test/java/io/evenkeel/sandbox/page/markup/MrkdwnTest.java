package io.evenkeel.sandbox.page.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Reader READER =
      new Reader(
          "U0ALICE",
          Map.of("U0ALICE", "alice", "U0BOB", "bob", "U0EVE", "<b>eve</b>"),
          Map.of("C0GENERAL", "general"),
          ZoneId.of("America/New_York"),
          NOW);

  private final Markup markup = new Markup(READER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *bold* words           | <strong>bold</strong> words
          _so_ and ~not~         | <em>so</em> and <del>not</del>
          *a _b_ c*              | <strong>a <em>b</em> c</strong>
          2*3*4                  | 2*3*4
          snake_case_name        | snake_case_name
          * no *                 | * no *
          use `a*b*c` here       | use <code>a*b*c</code> here
          `unclosed              | &#96;unclosed
          a &amp; b &lt; c       | a &amp; b &lt; c
          """)
  void marksStyleWordsAndNothingElse(String text, String html) {
    assertThat(markup.mrkdwn(text)).isEqualTo(html);
  }

  @Test
  void linesQuotesAndFencesAreDrawn() {
    assertThat(markup.mrkdwn("a\nb")).isEqualTo("a<br>b");
    assertThat(markup.mrkdwn("&gt; one\n&gt; two\nafter"))
        .isEqualTo("<blockquote>one<br>two</blockquote>after");
    assertThat(markup.mrkdwn("see\n```\nx = *1*\n```\nend")).isEqualTo("see<pre>x = *1*</pre>end");
  }

  @Test
  void peopleChannelsAndGroupsAreNamed() {
    assertThat(markup.mrkdwn("<@U0ALICE> and <@U0BOB|old>"))
        .isEqualTo(
            "<span class=\"mention me\">@alice</span> and <span class=\"mention\">@bob</span>");
    assertThat(markup.mrkdwn("<#C0GENERAL>")).contains(">#general</a>");
    assertThat(markup.mrkdwn("<!channel>")).contains("@channel");
    assertThat(markup.mrkdwn("<#C0SECRET>")).contains("private channel");
  }

  @Test
  void namesAreEscapedToo() {
    assertThat(markup.mrkdwn("<@U0EVE>")).contains("@&lt;b&gt;eve&lt;/b&gt;").doesNotContain("<b>");
  }

  @Test
  void linksOpenElsewhereAndShowTheirWords() {
    assertThat(markup.mrkdwn("<https://example.com/?a=1&amp;b=2|the *page*>"))
        .isEqualTo(
            "<a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\""
                + " rel=\"noopener noreferrer nofollow\">the *page*</a>");
    assertThat(markup.mrkdwn("see https://example.com/x."))
        .contains("href=\"https://example.com/x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<javascript:alert(1)|click>",
        "<JaVaScRiPt:alert(1)>",
        "<data:text/html;base64,xx|x>",
        "<vbscript:x|x>",
        "< javascript:alert(1)|x>",
        "<java\tscript:alert(1)|x>",
        "<//evil.example|x>",
      })
  void addressesThatCouldRunAreNoLinks(String text) {
    assertThat(markup.mrkdwn(text)).doesNotContain("<a ").doesNotContain("href");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<https://x.example/\" onmouseover=\"alert(1)|words>",
        "<https://x.example|\"><img src=x onerror=alert(1)>",
        "*<img src=x onerror=alert(1)>*",
        "`</code><script>alert(1)</script>`",
        "```</pre><script>alert(1)</script>```",
        "&gt; </blockquote><script>alert(1)</script>",
        "<!date^1^{time}^javascript:alert(1)|<b>x</b>>",
        "<!date^1^<b>{time}</b>|x>",
        "<@U0NOBODY|<img src=x>>",
        "<#C0NOWHERE|<img src=x>>",
      })
  void hostileTextBringsNoElementAndNoAttribute(String text) {
    String html = markup.mrkdwn(text) + markup.plain(text) + markup.markdown(text);
    String own =
        "</?(strong|em|del|code|pre|blockquote|br|p)>|<span class=\"[a-z ]+\">|</span>"
            + "|<a( (target|rel)=\"[a-z_ ]+\"| href=\"https?://[^\"<>]*\")+>|</a>"
            + "|<time datetime=\"[0-9TZ:-]+\" title=\"[^\"<>]*\">|</time>";
    assertThat(html.replaceAll(own, "")).doesNotContain("<").doesNotContain("\"");
  }

  @Test
  void datesAreInTheReadersZone() {
    long at = Instant.parse("2026-11-21T02:30:00Z").getEpochSecond();
    assertThat(markup.mrkdwn("<!date^%d^{date_short_pretty} {time}|x>".formatted(at)))
        .endsWith(">yesterday 21:30</time>");
    assertThat(markup.mrkdwn("<!date^%d^{ago}|x>".formatted(NOW.getEpochSecond() - 300)))
        .endsWith(">5 minutes ago</time>");
    assertThat(markup.mrkdwn("<!date^nonsense^{time}|at noon>")).isEqualTo("at noon");
  }

  @Test
  void emojiHaveTheirCharactersAndUnknownOnesTheirNames() {
    assertThat(markup.mrkdwn(":fire: :no_such: 10:30:45"))
        .isEqualTo("<span class=\"emoji\" title=\":fire:\">\uD83D\uDD25</span> :no_such: 10:30:45");
  }

  @Test
  void marksThatTurnTheReadingDirectionAreLeftOut() {
    assertThat(markup.mrkdwn("safe\u202Egnp.exe \u2066x\u2069\u0007")).isEqualTo("safegnp.exe x");
  }

  @Test
  void manyOpenMarksAreStillDrawnAtOnce() {
    String deep = "*_~".repeat(3000) + "x" + "~_*".repeat(3000);
    assertThat(markup.mrkdwn(deep)).contains("x");
  }

  @Test
  void excerptsArePlainWords() {
    assertThat(markup.words("*Hi* <@U0BOB>\n&lt;ok&gt; `x`")).isEqualTo("Hi @bob <ok> x");
  }
}
