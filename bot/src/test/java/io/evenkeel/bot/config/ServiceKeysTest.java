package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code services:} and {@code runbooks:}. */
final class ServiceKeysTest {
  @TempDir Path directory;

  @Test
  void aServiceIsReadWholly() throws IOException {
    Catalogue read =
        written()
            .ready(
                """
                oncall:
                  sre: {zone: UTC, starts: 2026-01-05, layers: [{people: [alice]}]}
                services:
                  api:
                    tier: 1
                    owner: "@payments"
                    channel: "#payments-team"
                    policy: sre
                    depends_on: db
                    runbooks: [api-down.md, slow]
                    aliases: [checkout-api]
                    slos: [availability]
                    rto: 4h
                    rpo: 0
                    recovery_tested: 2026-10-05
                  db:
                """)
            .signals()
            .services();

    assertThat(read.all())
        .containsExactly(
            new Service(
                "api",
                1,
                "@payments",
                "payments-team",
                "sre",
                List.of("db"),
                List.of("api-down", "slow"),
                List.of("availability"),
                Duration.ofHours(4),
                Duration.ZERO,
                LocalDate.parse("2026-10-05"),
                Set.of("checkout-api")),
            new Service(
                "db",
                Service.UNSAID,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Set.of()));
  }

  @Test
  void whatIsWrongIsNamedWithWhatToDo() throws IOException {
    assertThat(
            written()
                .faults(
                    """
                    services:
                      bad name: {}
                      api:
                        tier: first
                        owner: "<!channel>"
                        policy: nobody
                        depends_on: [api, cachee, db]
                        aliases: [DB]
                        rto: soon
                        recovery_tested: last week
                        tear: 1
                      db: {}
                      cache: {}
                    runbooks: not-there
                    """))
        .anySatisfy(fault -> assertThat(fault).contains("bad name", "no name of a service"))
        .anySatisfy(fault -> assertThat(fault).contains("tier", "from 0 to 9"))
        .anySatisfy(fault -> assertThat(fault).contains("owner", "a team's name, or @group"))
        .anySatisfy(
            fault -> assertThat(fault).contains("policy", "no paging policy and no schedule"))
        .anySatisfy(fault -> assertThat(fault).contains("depends_on", "is the service itself"))
        .anySatisfy(
            fault -> assertThat(fault).contains("\"cachee\"", "Write cache, if that is meant"))
        .anySatisfy(fault -> assertThat(fault).contains("db", "as db is called"))
        .anySatisfy(fault -> assertThat(fault).contains("rto", "15m, 4h or 1d"))
        .anySatisfy(fault -> assertThat(fault).contains("recovery_tested", "such as 2026-10-05"))
        .anySatisfy(fault -> assertThat(fault).contains("tear", "is unknown"))
        .anySatisfy(fault -> assertThat(fault).contains("runbooks", "where no folder is"));
  }

  @Test
  void aCircleOfDependenciesIsNoFault() throws IOException {
    assertThat(
            written()
                .ready("services: {api: {depends_on: [db]}, db: {depends_on: [api]}}")
                .signals()
                .services()
                .circles())
        .hasSize(1);
  }

  @Test
  void runbooksAreLookedForBesideTheFile() throws IOException {
    Files.createDirectory(directory.resolve("runbooks"));

    assertThat(written().ready("runbooks: runbooks").signals().runbooks())
        .isEqualTo(directory.resolve("runbooks"));
  }

  private Written written() {
    return new Written(directory, Map.of());
  }
}
