package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that cannot work are refused with words that help. The first lines of each file say which:
 * each {@code # says: …} is part of the refusal.
 */
class WrongValuesTest {
  private static final Path WRONG = Path.of("src/test/resources/helm/wrong");

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWithWordsThatHelp(Path file) throws IOException {
    List<String> words =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("# says: "))
            .map(line -> line.substring("# says: ".length()))
            .toList();

    assertThat(words).isNotEmpty();
    assertThatThrownBy(() -> Chart.template().withValuesFile(file).call())
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThatThrownBy(
            () -> Chart.template().set("baseUrl", "a").set("termination.graceSeconds", "9").call())
        .hasMessageContaining("baseUrl is \"a\"")
        .hasMessageContaining("termination.graceSeconds is 9");
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(WRONG)) {
      return all.sorted().toList();
    }
  }
}
