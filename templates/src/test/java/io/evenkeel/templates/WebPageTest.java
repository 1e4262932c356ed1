package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPageTest {
  private final Postmortems postmortems = Postmortems.load(null);

  @Test
  void thePageNeedsNothingFromAnywhere() {
    String page = page(Stories.hostileEverywhere());

    assertThat(page)
        .doesNotContainPattern("(?i)<(script|link|img|iframe|object|base|form)\\b")
        .doesNotContainPattern("(?i)\\s(style|on[a-z]+|src)=")
        .doesNotContain("url(", "@import", "javascript:alert(1)\"");
  }

  @Test
  void itsOwnPolicyAllowsItsStyleAndNothingElse() throws Exception {
    String page = page(Stories.apiServiceDown());
    var style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));

    assertThat(WebPage.POLICY)
        .startsWith("default-src 'none'; ")
        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(page)
        .contains("http-equiv=\"Content-Security-Policy\"")
        .contains("<title>Postmortem: API service down on 2026-11-21</title>");
  }

  @Test
  void aQuestionIsShownUntilSomebodyAnswers() {
    String asked = "<!-- prompt: How many <users>? -->\n";

    assertThat(WebPage.of("# x\n\n" + asked + "\n## y\n"))
        .contains("<p class=\"ask\">To be written: How many &lt;users&gt;?</p>");
    assertThat(WebPage.of("# x\n\n" + asked + "\n1,200 users.\n"))
        .doesNotContain("How many")
        .contains("<p>1,200 users.</p>");
    assertThat(WebPage.of("# x\n\n<!-- evenkeel:begin opening -->\n\ny\n"))
        .doesNotContain("evenkeel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<!-- x --><script>alert(1)</script>",
        "<!-- prompt: x --><script>alert(1)</script>",
        "<!-- evenkeel:begin x --><img src=x onerror=alert(1)>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "![x](https://evil.example/x.png)",
        "<style>*{display:none}</style>",
        "```mermaid\ngantt\n    <img src=x> : 2026-11-21T14:30:00, 2026-11-21T14:32:00\n```",
      })
  void whatPeopleWroteIntoTheMarkdownRunsNothing(String written) {
    assertThat(WebPage.of("# x\n\n" + written + "\n"))
        .doesNotContainPattern("(?i)<(script|img)")
        .doesNotContain("href=\"javascript:");
  }

  @Test
  void aLongTimelineIsFoldedAndEachFoldSaysWhatItHolds() {
    String page = page(Stories.ofManyEntries(250));

    assertThat(page.split("<details", -1)).hasSize(4);
    assertThat(page)
        .contains(
            "<details open=\"\"><summary>Entries 1 to 100: 10:00 UTC (T+0m) to 10:05 UTC (T+5m)")
        .contains("entry 249 with");
    assertThat(page(Stories.apiServiceDown())).doesNotContain("<details");
  }

  @Test
  void thePhasesAreDrawn() {
    String markdown =
        postmortems.write(Stories.apiServiceDown(), new Postmortems.Wanted(null, true)).markdown();

    assertThat(WebPage.of(markdown))
        .contains("<svg viewBox")
        .contains(">Detected to declared</text>")
        .doesNotContain("gantt");
  }

  @Test
  void anEvidenceIsALink() {
    assertThat(page(Stories.hostileEverywhere()))
        .contains("(<a rel=\"nofollow\" href=\"https://slack.example/a%29b%28c%3Cd%3Ee");
  }

  private String page(io.evenkeel.postmortem.Draft draft) {
    return WebPage.of(postmortems.markdown(draft));
  }
}
