package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/evenkeel, jdbc:postgresql://db:5432/evenkeel",
    "postgres://db/evenkeel, jdbc:postgresql://db/evenkeel",
    "postgresql://db/evenkeel?sslmode=require, jdbc:postgresql://db/evenkeel?sslmode=require",
    "'postgres://a:1,b:2/x?targetServerType=primary',"
        + " 'jdbc:postgresql://a:1,b:2/x?targetServerType=primary'",
  })
  void everyUsualSpellingBecomesJdbc(String written, String jdbc) {
    assertThat(DatabaseUrl.read(written)).map(DatabaseUrl::jdbc).contains(jdbc);
  }

  @Test
  void userAndPasswordAreTakenOutOfTheUrlAndDecoded() {
    assertThat(
            DatabaseUrl.read("postgres://me%40x:p%3Aa+ss@db/evenkeel?sslmode=require&user=other"))
        .contains(
            new DatabaseUrl(
                "jdbc:postgresql://db/evenkeel?sslmode=require",
                Optional.of("me@x"),
                Optional.of(new Secret("p:a+ss"))));
  }

  @Test
  void aPasswordAmongTheParametersIsTakenOutToo() {
    assertThat(DatabaseUrl.read("jdbc:postgresql://db/x?user=me&ssl=true&password=abc"))
        .contains(
            new DatabaseUrl(
                "jdbc:postgresql://db/x?ssl=true",
                Optional.of("me"),
                Optional.of(new Secret("abc"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"db", "jdbc:mysql://db/x", "postgres://db", "postgres:///x", "http://db/x"})
  void anythingElseIsNoDatabase(String written) {
    assertThat(DatabaseUrl.read(written)).isEmpty();
  }
}
