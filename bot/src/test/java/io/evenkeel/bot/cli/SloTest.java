package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code evenkeel slo}: files in, words, rules or a board out; no environment, no database. */
final class SloTest {
  private static final Path FILES = Path.of("src/test/resources/slo");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"short", "sloth", "openslo"})
  void eachFormIsCleanAndBecomesTheRulesAndTheBoardThatAreKept(String form) throws IOException {
    String file = FILES.resolve(form + ".yaml").toString();
    assertThat(slo("lint", file)).as(() -> out()).isZero();
    golden("golden/" + form + ".rules.yaml", "rules", file);
    golden("golden/" + form + ".board.json", "dashboard", file);
  }

  @Test
  void whatCannotBeReadWritesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), "service: api\nslo: 100\n");
    assertThat(slo("lint", file.toString())).isEqualTo(1);
    assertThat(out())
        .contains(
            file + ": slo: error: is no target: 100 % leaves no budget: nothing could ever be",
            "error: does not say what is measured. Write one of availability, latency,");
    out.reset();
    assertThat(slo("rules", file.toString())).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("Nothing was written");
    assertThat(slo("lint", folder.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(err()).contains("none.yaml cannot be read. Check the name");
    assertThat(slo()).isEqualTo(2);
  }

  @Test
  void aFolderIsReadWithAllThatIsBelowIt() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    for (String form : new String[] {"short", "sloth"}) {
      Files.copy(FILES.resolve(form + ".yaml"), folder.resolve("deep/" + form + ".yaml"));
    }
    Files.writeString(folder.resolve("README.md"), "not: [yaml");
    assertThat(slo("lint", folder.toString())).as(() -> out()).isZero();
    assertThat(err()).contains("Objectives: 7. Findings: 0.");
  }

  /** {@code -Dgolden=write} writes what was seen, to be read and committed. */
  private void golden(String name, String... arguments) throws IOException {
    out.reset();
    assertThat(slo(arguments)).as(() -> err()).isZero();
    Path file = FILES.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, out());
    }
    assertThat(out()).isEqualTo(Files.readString(file));
  }

  private int slo(String... arguments) {
    Works nothing =
        (Works)
            Proxy.newProxyInstance(
                Works.class.getClassLoader(),
                new Class<?>[] {Works.class},
                (_, method, _) -> {
                  throw new AssertionError(method.getName() + " is not needed to read a file");
                });
    return new Cli(Map.of(), nothing, out, err)
        .run(Stream.concat(Stream.of("slo"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
