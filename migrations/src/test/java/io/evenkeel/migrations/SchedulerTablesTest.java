package io.evenkeel.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SchedulerTablesTest {
  @Test
  void theScriptInQuartzsJarMakesTablesAndTakesNothingAway() throws IOException {
    String sql = SchedulerTables.creating(SchedulerTables.script()).toUpperCase(Locale.ROOT);

    assertThat(sql.lines().filter(line -> line.startsWith("CREATE TABLE QRTZ_"))).hasSize(11);
    assertThat(sql).doesNotContain("DROP", "COMMIT", "DELETE", "ALTER");
  }

  @Test
  void anotherScriptThanTheOneThatWasReadIsRefused() throws IOException {
    String changed =
        new String(SchedulerTables.script(), StandardCharsets.UTF_8)
            .replace("QRTZ_LOCKS", "QRTZ_LOCK");

    assertThatThrownBy(() -> SchedulerTables.creating(changed.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("brings other tables")
        .hasMessageContaining("SHA-256");
  }
}
