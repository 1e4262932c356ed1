package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Looks for signed bodies that are not answered as Slack expects: {@code mvn verify -Pfuzz}. */
final class PayloadJazzerTest {
  /**
   * The bot and the simulated Slack talk there; whatever a body makes it call elsewhere is a find.
   */
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = new Bench();
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @FuzzTest(maxDuration = "10m")
  void everyBodyIsAnsweredWithAStatusThatSlackKnows(byte[] body) {
    BugDetectors.allowNetworkConnections((host, port) -> HERE.contains(host));
    assertThat(bench.send(body, Bench.NOW, Bench.SECRET).status()).isIn(200, 400, 401, 413);
    bench.taken.clear();
    bench.slack.forget();
  }
}
