package io.evenkeel.templates;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for text that is more than text in Markdown: {@code mvn verify -Pfuzz}. */
final class MarkdownJazzerTest {
  @FuzzTest(maxDuration = "10m")
  void everyTextIsShownAsItWasTyped(byte[] typed) {
    MarkdownTextTest.isShownAsTyped(new String(typed, StandardCharsets.UTF_8));
  }
}
