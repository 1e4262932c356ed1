package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The roles of the handbook, which are those of the chart's own Postgres, on a real one. */
class RolesTest {
  private static final String DATABASE = "evenkeel";
  private static final List<String> FORBIDDEN =
      List.of(
          "create table mine (a int)",
          "drop table incident",
          "update timeline_entry set seq = 1",
          "delete from audit",
          "create role another");
  private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");

  @Test
  void theOwnerMigratesAndTheBotWorksWithLess() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      for (String statement : handbook().split(";\\s*")) {
        run(postgres, "postgres", "postgres", statement);
      }

      assertThat(Database.migrate(settings(postgres, "evenkeel_owner"))).isPositive();
      run(postgres, "evenkeel_bot", DATABASE, "select count(*) from incident");
      for (String forbidden : FORBIDDEN) {
        assertThatThrownBy(() -> run(postgres, "evenkeel_bot", DATABASE, forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class)
            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
      }
    }
  }

  @Test
  void theChartsOwnPostgresHasTheSameRoles() throws IOException {
    JsonNode cluster = Chart.example("own-postgres").one("Cluster").path("spec");
    JsonNode bot = cluster.at("/managed/roles/0");

    assertThat(handbook())
        .contains(cluster.at("/bootstrap/initdb/postInitSQL/0").asString() + ";")
        .contains("create role " + cluster.at("/bootstrap/initdb/owner").asString() + " login")
        .contains("create role " + bot.path("name").asString() + " login")
        .contains("in role " + bot.at("/inRoles/0").asString() + ";");
  }

  private static String handbook() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "operations.md"));
    String chapter = text.substring(text.indexOf("## On Kubernetes"));
    var sql = SQL.matcher(chapter);
    assertThat(sql.find()).isTrue();
    return sql.group(1).strip();
  }

  private static DatabaseSettings settings(EmbeddedPostgres postgres, String user) {
    return new DatabaseSettings(
        postgres.getJdbcUrl(user, DATABASE).replaceFirst("\\?.*", ""), user, "", 2);
  }

  private static void run(EmbeddedPostgres postgres, String user, String database, String sql)
      throws SQLException {
    String url = postgres.getJdbcUrl(user, database);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
