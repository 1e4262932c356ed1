package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.cli.Works;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of objectives, in the settings. */
final class SloKeysTest {
  private static final String SOUND =
      """
      service: api
      slo: 99.9
      window: 30d
      availability: {metric: http_requests_total}
      """;

  @TempDir Path folder;

  @Test
  void theFolderIsReadBesideTheFileAndMeasured() throws IOException {
    slo("api.yaml", SOUND);
    slo("deep/api.yaml", SOUND.replace("99.9", "99").replace("api", "search"));

    Signals signals = written().ready("slos: slos/").signals();

    assertThat(signals.slos().objectives().all())
        .extracting(one -> one.key())
        .containsExactly("api/availability", "search/availability");
    assertThat(signals.spending().objectives()).isEqualTo(signals.slos().objectives());
    assertThat(written().ready("{}").signals().slos().objectives().all()).isEmpty();
  }

  @Test
  void anObjectiveThatCannotBeReadStopsTheStart() throws IOException {
    slo("api.yaml", SOUND.replace("99.9", "0.999"));

    assertThat(written().faults("slos: slos"))
        .singleElement()
        .asString()
        .startsWith(
            "EVENKEEL_CONFIG (slos) " + folder.resolve("slos/api.yaml") + ": slo is no target")
        .contains("If it is a share of 1, write it in percent: 99.9");
    assertThat(written().faults("slos: nowhere"))
        .singleElement()
        .asString()
        .contains("names \"nowhere\", which cannot be read");
  }

  @Test
  void configCheckSaysWhatComesOfThem() throws IOException {
    slo("api.yaml", SOUND.replace("window: 30d\n", ""));
    Path file = Files.writeString(folder.resolve("evenkeel.yaml"), "slos: slos\nrules: []\n");
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Works works =
        (Works)
            Proxy.newProxyInstance(
                Works.class.getClassLoader(),
                new Class<?>[] {Works.class},
                (_, _, _) -> Instant.parse("2026-11-21T12:00:00Z"));

    int code =
        new Cli(Map.of("EVENKEEL_CONFIG", file.toString()), works, out, err).run("config", "check");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "Objective api/availability (availability): 99.9 % over 30 days allows 43.20 min;"
                + " pages from 14.4 and 6 times, tickets from 3 and 1 times",
            "Nobody measures these objectives",
            "window: warning: is missing, so it is the last 30 days. Write window: 30d.");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Findings: 1.");
  }

  private void slo(String name, String text) throws IOException {
    Path file = folder.resolve("slos").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Written written() {
    return new Written(folder, Map.of());
  }
}
