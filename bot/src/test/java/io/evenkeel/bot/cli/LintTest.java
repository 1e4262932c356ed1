package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evenkeel lint}: no environment, no database. */
final class LintTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFindingIsShownAsACompilerWould() throws IOException {
    Path file = file("# Summary\n\nAt night Alice failed to check the replica lag.\n");

    assertThat(lint(file, "--names", "Alice Moreau,Bob")).isEqualTo(1);

    assertThat(out())
        .isEqualTo(
            file
                + """
                :3:10: warning: This tells of something that did not happen, known only afterwards. \
                It explains nothing that did happen. [counterfactual]
                    At night Alice failed to check the replica lag.
                             ^^^^^^^^^^^^^^^^^^^^^
                    ask: What made it hard to check the replica lag?

                """);
    assertThat(err()).contains(": 1 to look at, 0 of them notes.");
  }

  @Test
  void aCleanFileIsCleanAndOneThatIsNotThereIsAnError() throws IOException {
    assertThat(lint(file("The service failed to start.\n"))).isZero();
    assertThat(out()).isEmpty();
    assertThat(lint(directory.resolve("none.md"))).isEqualTo(2);
    assertThat(err()).contains("none.md cannot be read.");
    Path latin = directory.resolve("latin.md");
    Files.write(latin, new byte[] {'a', (byte) 0xe9, '\n'});
    assertThat(lint(latin)).isEqualTo(2);
    assertThat(err()).contains("is not in UTF-8");
  }

  @Test
  void whoStandsInTheTableOfRolesIsKnownByName() throws IOException {
    assertThat(
            lint(
                file(
                    """
                    zoe forgot the flag.

                    <!-- evenkeel:begin roles -->

                    | Role | Held by | From | Until |
                    | --- | --- | --- | --- |
                    | Tech lead | zoe | 14:32 UTC |  |

                    <!-- evenkeel:end roles -->
                    """)))
        .isEqualTo(1);
  }

  @Test
  void rulesAreSetByFlagsAndByTheFileOfTheHouse() throws IOException {
    Path file = file("Obviously the operator error budget is used up.\n");
    assertThat(lint(file, "--level", "hindsight=off", "--allow", "operator error")).isZero();
    assertThat(lint(file, "--level", "hindsight=off")).isZero();
    assertThat(lint(file, "--level", "hindsight=error")).isEqualTo(1);
    assertThat(out()).contains(": error: It is plain now.");
    assertThat(lint(file, "--level", "hindsigt=off")).isEqualTo(2);
    assertThat(err()).contains("\"hindsigt\" is no rule. Known: human-error, ");
    Path house = directory.resolve("house.yaml");
    Files.writeString(house, "blameless: {levels: {hindsight: off}}\n");
    assertThat(cli(Map.of("EVENKEEL_CONFIG", house.toString())).run("lint", file.toString()))
        .isZero();
  }

  @Test
  void sarifNamesTheRuleThePlaceAndTheQuestion() throws IOException {
    assertThat(lint(file("Who broke it?\n"), "--sarif")).isEqualTo(1);

    JsonNode log = JsonMapper.builder().build().readTree(out());
    assertThat(log.at("/version").stringValue()).isEqualTo("2.1.0");
    JsonNode result = log.at("/runs/0/results/0");
    assertThat(result.at("/ruleId").stringValue()).isEqualTo("who-why");
    int index = result.at("/ruleIndex").intValue();
    assertThat(log.at("/runs/0/tool/driver/rules/" + index + "/id").stringValue())
        .isEqualTo("who-why");
    assertThat(result.at("/message/text").stringValue()).contains("Ask instead: What ");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").stringValue()).startsWith("file:///");
    assertThat(place.at("/region/startLine").intValue()).isEqualTo(1);
    assertThat(place.at("/region/snippet/text").stringValue()).isEqualTo("Who broke");
    out.reset();
    assertThat(lint(file("Fine.\n"), "--sarif")).isZero();
    assertThat(JsonMapper.builder().build().readTree(out()).at("/runs/0/results")).isEmpty();
  }

  /** What the bot itself writes: its templates as they are, and drafts made of them. */
  static Stream<Path> written() throws IOException {
    Path templates = Path.of("..", "templates", "src");
    List<Path> files;
    try (Stream<Path> own = Files.walk(templates.resolve("main/resources/postmortem"));
        Stream<Path> golden = Files.walk(templates.resolve("test/resources/golden"))) {
      files = Stream.concat(own, golden).filter(file -> file.toString().endsWith(".md")).toList();
    }
    assertThat(files).hasSizeGreaterThan(3);
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("written")
  void whatTheBotWritesJudgesNobody(Path file) {
    assertThat(lint(file)).as(() -> out()).isZero();
  }

  private Path file(String text) throws IOException {
    Path file = directory.resolve("POSTMORTEM.md");
    Files.writeString(file, text);
    return file;
  }

  private int lint(Path file, String... flags) {
    return cli(Map.of())
        .run(
            Stream.concat(Stream.of("lint", file.toString()), Stream.of(flags))
                .toArray(String[]::new));
  }

  private Cli cli(Map<String, String> environment) {
    return new Cli(environment, nothing(), out, err);
  }

  /** To read a file sets nothing in motion. */
  private static Works nothing() {
    return (Works)
        Proxy.newProxyInstance(
            Works.class.getClassLoader(),
            new Class<?>[] {Works.class},
            (_, method, _) -> {
              throw new AssertionError(method.getName() + " is not needed to read a file");
            });
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
