package io.evenkeel.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SlackLibraryTest {
  @Test
  void noneOfItsThreadsStaysToCountWhatIsCalled() throws Exception {
    open();
    Set<Thread> before = Set.copyOf(counting());
    open();

    for (Thread thread : counting()) {
      if (!before.contains(thread)) {
        assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
      }
    }
  }

  private static void open() throws Exception {
    SlackLibrary.open("http://127.0.0.1:1/api/", Duration.ofSeconds(1)).close();
  }

  private static List<Thread> counting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
        .toList();
  }
}
