package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Postgres that the chart makes by CloudNativePG, and who comes to it as whom. */
class DatabaseTest {
  private static final Rendered CHART = Chart.example("own-postgres");
  private static final JsonNode CLUSTER = CHART.one("Cluster");

  @Test
  void aTransactionCountsOnceAStandbyHasIt() {
    assertThat(CLUSTER.at("/spec/instances").asInt()).isEqualTo(3);
    assertThat(CLUSTER.at("/spec/postgresql/synchronous"))
        .isEqualTo(Chart.YAML.readTree("{method: any, number: 1, dataDurability: required}"));
  }

  @Test
  void theBotComesAsALesserRoleThanTheOwner() {
    JsonNode bot = CLUSTER.at("/spec/managed/roles/0");

    assertThat(CHART.server().environment())
        .containsEntry("DATABASE_USER", "evenkeel-bot/username")
        .containsEntry("DATABASE_PASSWORD", "evenkeel-bot/password");
    assertThat(bot.at("/passwordSecret/name").asString()).isEqualTo("evenkeel-bot");
    assertThat(bot.path("inRoles").valueStream().map(JsonNode::asString))
        .containsExactly("evenkeel_app");
    assertThat(CLUSTER.at("/spec/bootstrap/initdb/owner").asString())
        .isNotEqualTo(bot.path("name").asString());
  }

  @Test
  void theMigrationComesAsTheOwnerWithTheOperatorsSecret() {
    assertThat(CHART.migration().environment())
        .containsEntry("DATABASE_OWNER_USER", "evenkeel-db-app/username")
        .containsEntry("DATABASE_OWNER_PASSWORD", "evenkeel-db-app/password")
        .doesNotContainKey("DATABASE_PASSWORD");
  }

  @Test
  void theServersNameIsCheckedByTheClustersAuthority() {
    assertThat(CHART.server().environment().get("DATABASE_URL"))
        .isEqualTo(
            "jdbc:postgresql://evenkeel-db-rw:5432/evenkeel?sslmode=verify-full"
                + "&sslrootcert=/run/postgres-ca/ca.crt");
    assertThat(CHART.server().spec().path("volumes").findValues("secret"))
        .anyMatch(secret -> secret.path("secretName").asString().equals("evenkeel-db-ca"));
  }

  @Test
  void theFirstMigrationWaitsForTheClusterAndTheNextOnesComeBeforeTheUpgrade() {
    JsonNode first = CHART.one("Job");
    Rendered upgrade =
        Chart.rendered(
            Chart.changed("upgrade", text -> text.replace(".Release.IsInstall", "false"))
                .set("postgres.enabled", "true"));

    assertThat(first.at("/metadata/name").asString()).matches("evenkeel-migrate-[0-9a-f]{8}");
    assertThat(first.at("/metadata/annotations").isMissingNode()).isTrue();
    assertThat(first.at("/spec/backoffLimit").asInt()).isGreaterThan(6);
    assertThat(upgrade.one("Job").at("/metadata/annotations/shown.sh~1hook").asString())
        .contains("pre-upgrade");
  }

  @Test
  void theRecordOutlivesTheRelease() {
    assertThat(CLUSTER.at("/metadata/annotations/helm.sh~1resource-policy").asString())
        .isEqualTo("keep");
  }

  @Test
  void theDrillKillsThePrimaryOfTheClusterThatTheChartMakes() throws IOException {
    var file = Chart.SOURCE.resolve("examples/database-failover.yaml");
    JsonNode drill = Chart.documents(Files.readString(file)).getFirst();

    assertThat(KubernetesSchema.fault(drill)).isEmpty();
    assertThat(drill.at("/spec/selector/labelSelectors/cnpg.io~1cluster").asString())
        .isEqualTo(CLUSTER.at("/metadata/name").asString());
    assertThat(drill.at("/spec/selector/labelSelectors/cnpg.io~1instanceRole").asString())
        .isEqualTo("primary");
  }
}
