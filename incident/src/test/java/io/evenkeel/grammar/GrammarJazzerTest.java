package io.evenkeel.grammar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for text that breaks the parser: {@code mvn verify -Pfuzz}. Else the seeds are tried. */
final class GrammarJazzerTest {
  @FuzzTest(maxDuration = "10m")
  void everyTextIsAnswered(byte[] typed) {
    GrammarFuzzTest.check(new String(typed, StandardCharsets.UTF_8));
  }
}
