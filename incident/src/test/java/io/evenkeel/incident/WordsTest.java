package io.evenkeel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the house: numbers, clocks, severities, roles, channel names. */
class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, T+0m",
    "PT59S, T+0m",
    "PT60S, T+1m",
    "PT43M, T+43m",
    "PT59M59S, T+59m",
    "PT1H, T+1h00m",
    "PT1H5M, T+1h05m",
    "PT26H, T+26h00m",
    "PT-1S, T-1m",
    "PT-2M, T-2m",
    "PT-2M-1S, T-3m",
    "PT-1H-5M, T-1h05m",
    "PT-0.5S, T-1m"
  })
  void theClockOfAnIncidentFloorsItsMinutes(Duration distance, String label) {
    Instant zero = Instant.parse("2026-11-21T14:30:00Z");
    assertThat(TPlus.label(zero, zero.plus(distance))).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "sev1, SEV-1",
    "SEV 1, SEV-1",
    "Sev-1, SEV-1",
    "S1, SEV-1",
    "p0, SEV-1",
    "P3, SEV-4",
    "sev4, SEV-4"
  })
  void aSeverityHasManySpellings(String typed, String name) {
    assertThat(SeverityScale.STANDARD.find(typed)).contains(new Severity(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEV-9", "", "sev", "1", "P4", "high"})
  void whatIsNotOnTheScaleIsNotFound(String typed) {
    assertThat(SeverityScale.STANDARD.find(typed)).isEmpty();
  }

  @Test
  void theAssumedSeverityIsOnTheScale() {
    assertThat(SeverityScale.STANDARD.assumed()).isEqualTo(new Severity("SEV-2"));
    assertThatThrownBy(() -> new SeverityScale(List.of(), new Severity("SEV-2")))
        .hasMessageContaining("SEV-2 is not on the scale");
  }

  @ParameterizedTest
  @CsvSource({
    "ic, incident-commander",
    "Incident Commander, incident-commander",
    "COMMANDER, incident-commander",
    "tech lead, tech-lead",
    "technical-lead, tech-lead",
    "Tech_Lead, tech-lead",
    "comms, communications-lead",
    "communications, communications-lead",
    "scribe, scribe"
  })
  void aRoleHasManySpellings(String typed, String name) {
    assertThat(Roles.STANDARD.find(typed)).contains(new Role(name));
  }

  @Test
  void everyRoleHasADutyAndNoSpellingMeansTwo() {
    var spellings =
        Roles.STANDARD.entries().stream()
            .flatMap(entry -> entry.aliases().stream())
            .map(alias -> alias.replaceAll("[\\s_-]", ""))
            .toList();
    assertThat(spellings).doesNotHaveDuplicates();
    assertThat(Roles.STANDARD.entries())
        .allSatisfy(entry -> assertThat(Roles.STANDARD.duty(entry.role())).isPresent());
    assertThat(Roles.STANDARD.find("zebra")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          API service down                   | inc-1-api-service-down
          API   (v2) -- down!                | inc-1-api-v2-down
          it's down                          | inc-1-its-down
          Größe läuft über                   | inc-1-grosse-lauft-uber
          <!channel> *bold* _it_ ~no~        | inc-1-channel-bold-it-no
          🔥🔥                               | inc-1
          שירות למטה                         | inc-1
          ---                                | inc-1
          """)
  void aChannelNameKeepsToSlacksRules(String title, String name) {
    assertThat(ChannelName.of(new IncidentNumber(1), title, Visibility.PUBLIC)).isEqualTo(name);
  }

  @Test
  void aLongTitleIsCutBetweenWords() {
    String name = ChannelName.of(new IncidentNumber(7), "database ".repeat(20), Visibility.PUBLIC);
    assertThat(name).hasSizeLessThanOrEqualTo(60).startsWith("inc-7-database").endsWith("database");
    assertThat(ChannelName.of(new IncidentNumber(7), "x".repeat(200), Visibility.PUBLIC))
        .hasSize(60)
        .matches("[a-z0-9_-]{1,80}");
  }

  @Test
  void aPrivateChannelTellsNothing() {
    assertThat(ChannelName.of(new IncidentNumber(7), "layoffs leak", Visibility.PRIVATE))
        .isEqualTo("inc-7-private");
  }

  @ParameterizedTest
  @CsvSource({"INC-42, 42", "inc42, 42", "42, 42", " INC-007 , 7", "INC-999999999, 999999999"})
  void anIncidentNumberIsRead(String typed, int value) {
    assertThat(IncidentNumber.parse(typed)).contains(new IncidentNumber(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INC-0", "INC-", "", "INC-1x", "-1", "INC-9999999999"})
  void anythingElseIsNone(String typed) {
    assertThat(IncidentNumber.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false alarm, FALSE_ALARM",
    "False-Alarm, FALSE_ALARM",
    "DUPLICATE, DUPLICATE",
    "test, TEST"
  })
  void aCancellationHasAReasonOfThree(String typed, CancelledAs as) {
    assertThat(CancelledAs.find(typed)).contains(as);
  }

  @Test
  void titlesThatSayTheSameMatch() {
    assertThat(TitleMatch.same("API is down", "The api, down!")).isTrue();
    assertThat(TitleMatch.same("Login certificate expired", "expired certificate at the login"))
        .isTrue();
    assertThat(TitleMatch.same("API down", "DB down")).isFalse();
    assertThat(TitleMatch.same("!!!", "???")).isFalse();
  }
}
