package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "postgres://alice:s3cret@db/incidents, jdbc:postgresql://db/incidents, alice, s3cret",
    "postgresql://alice@db:5433/x?sslmode=require, jdbc:postgresql://db:5433/x?sslmode=require,"
        + " alice, ''",
    "'postgres://a%40b:p%2Fq%3Ar+s@h1:5432,h2/x', 'jdbc:postgresql://h1:5432,h2/x', a@b, p/q:r+s",
    "postgres://[::1]:5432/x, jdbc:postgresql://[::1]:5432/x, '', ''",
    "jdbc:postgresql://db/x?user=alice, jdbc:postgresql://db/x?user=alice, '', ''"
  })
  void bothFormsAreRead(String url, String jdbc, String user, String password) {
    assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(jdbc, user, password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "db", "mysql://db/x", "postgres://a:b@c@d/x", "http://db"})
  void anythingElseIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> new DatabaseSettings(url, "", "", 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("DATABASE_URL must begin with");
  }

  @Test
  void severalHostsAreSeenWithoutTheParametersBeingTakenForHosts() {
    assertThat(DatabaseUrl.parse("postgres://h1,h2/x").severalHosts()).isTrue();
    assertThat(DatabaseUrl.parse("jdbc:postgresql://h1:1,h2:2/x").severalHosts()).isTrue();
    assertThat(DatabaseUrl.parse("postgres://h1/x?options=a,b").severalHosts()).isFalse();
  }

  @Test
  void whatIsGivenApartGoesBeforeTheUrl() {
    var settings = new DatabaseSettings("postgres://alice:one@db/x", "bob", "two", 16);
    assertThat(settings.login()).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/x", "bob", "two"));
  }

  @Test
  void noSecretIsEverShown() {
    assertThat(new DatabaseSettings("postgres://alice:one@db/x?password=two", "", "three", 1))
        .hasToString("jdbc:postgresql://db/x as alice");
  }
}
