package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "db", "mysql://db/x", "postgres://a:b@d/x", "jdbc:mysql://db"})
  void anotherUrlIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> settings(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a database's URL begins with jdbc:postgresql://");
  }

  @Test
  void severalHostsAreSeenWithoutTheParametersBeingTakenForHosts() {
    assertThat(settings("jdbc:postgresql://h1:1,h2:2/x").severalHosts()).isTrue();
    assertThat(settings("jdbc:postgresql://h1/x?options=a,b").severalHosts()).isFalse();
  }

  @Test
  void noSecretIsEverShown() {
    assertThat(settings("jdbc:postgresql://db/x?user=me&password=two"))
        .hasToString("jdbc:postgresql://db/x as alice");
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "alice", "three", 1);
  }
}
