package io.evenkeel.bot.config;

import static io.evenkeel.bot.config.SettingsTest.faults;
import static io.evenkeel.bot.config.SettingsTest.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrometheusKeysTest {
  @TempDir Path directory;

  @Test
  void whoIsAskedIsNamedInTheFileAndHowByTheEnvironment() throws IOException {
    Monitoring read =
        Objects.requireNonNull(
            ready(
                    with(
                        "prometheus: {url: http://10.0.0.7:9090/metrics-of/eu, every: 30s}",
                        Map.of("PROMETHEUS_TOKEN", "t0ken")))
                .installation()
                .signals()
                .prometheus());
    assertThat(read)
        .isEqualTo(
            new Monitoring(
                URI.create("http://10.0.0.7:9090/metrics-of/eu"),
                new Secret("Bearer t0ken"),
                Duration.ofSeconds(30)));
    assertThat(read.toString()).doesNotContain("t0ken");
    Secret basic =
        Objects.requireNonNull(
                ready(
                        with(
                            "prometheus: {url: http://prometheus:9090}",
                            Map.of("PROMETHEUS_BASIC", "me:pass word")))
                    .installation()
                    .signals()
                    .prometheus())
            .authorization();
    assertThat(basic).isEqualTo(new Secret("Basic bWU6cGFzcyB3b3Jk"));
  }

  @Test
  void whatIsWrongIsToldWithItsMend() throws IOException {
    assertThat(
            faults(
                with(
                    "prometheus: {url: 'http://me:pw@prometheus:9090', evry: 1m}",
                    Map.of("PROMETHEUS_TOKEN", "one", "PROMETHEUS_BASIC", "two"))))
        .extracting(Object::toString)
        .anyMatch(fault -> fault.contains("is no address of a server"))
        .anyMatch(fault -> fault.contains("evry"))
        .anyMatch(fault -> fault.contains("Take one of the two away"))
        .anyMatch(fault -> fault.contains("user:password"))
        .noneMatch(fault -> fault.contains("pw@"));
  }

  private Map<String, String> with(String yaml, Map<String, String> more) throws IOException {
    Path file = Files.writeString(directory.resolve("evenkeel.yaml"), yaml);
    var environment = new HashMap<>(SettingsTest.with("EVENKEEL_CONFIG", file.toString()));
    environment.putAll(more);
    return environment;
  }
}
