package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.oncall.Finding;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnCallKeysTest {
  @TempDir Path directory;

  @Test
  void schedulesAreReadWithLayersHoursAndOverrides() throws IOException {
    Schedules read =
        ready(
            """
            oncall:
              payments:
                zone: Europe/Berlin
                starts: 2026-01-05
                handoff: 9:00
                layers:
                  - people: [alice, "@Bob"]
                  - name: night
                    every: 12h
                    people: [carol, dave]
                    gaps: intended
                    hours:
                      - {days: mon-fri, from: "22:00", to: "06:00"}
                overrides:
                  - {who: erin, from: 2026-12-24 09:00, to: 2026-12-27 09:00}
            """);
    Schedule payments = read.find("Payments").orElseThrow();

    assertThat(read.advice()).isEmpty();
    assertThat(said(payments, "2026-01-12T08:00:00Z"))
        .containsExactly("primary: bob by rotation", "night: nobody outside its hours");
    assertThat(said(payments, "2026-01-13T02:00:00Z"))
        .containsExactly("primary: bob by rotation", "night: dave by rotation");
    assertThat(said(payments, "2026-12-24T08:00:00Z").getFirst())
        .isEqualTo("primary: erin by override");
  }

  @Test
  void theTrainingMaterialsRotaIsAcceptedAsItStands() throws IOException {
    String rota =
        """
          - week: 1
            primary: alice
            secondary: bob
            escalation: carol
          - week: 2
            primary: bob
            secondary: carol
            escalation: alice
        """;
    var expected =
        List.of(
            "primary: bob by rotation",
            "secondary: carol by rotation",
            "escalation: alice by rotation");

    for (String before :
        List.of("oncall:\n", "oncall:\n  sre:\n", "oncall:\n  sre:\n    rotation:\n")) {
      Schedules read = ready(before + rota.indent(4));
      assertThat(said(read.all().getFirst(), "2024-01-08T09:00:00Z")).isEqualTo(expected);
      assertThat(read.advice())
          .extracting(Finding::toString)
          .anyMatch(said -> said.contains("counted from Monday 2024-01-01"));
    }
  }

  @Test
  void weekOneBeginsWhenItIsSaid() throws IOException {
    Schedules read =
        ready(
            """
            oncall:
              sre:
                zone: America/New_York
                starts: 2026-01-07
                handoff: "10:00"
                week_begins: tuesday
                weeks:
                  - {week: 1, primary: alice}
                  - {week: 2, primary: bob}
            """);

    assertThat(read.advice()).isEmpty();
    assertThat(said(read.all().getFirst(), "2026-01-06T14:59:00Z"))
        .containsExactly("primary: nobody not begun yet");
    assertThat(said(read.all().getFirst(), "2026-01-06T15:00:00Z"))
        .containsExactly("primary: alice by rotation");
  }

  @Test
  void everyFaultIsToldWithItsPlace() throws IOException {
    assertThat(
            faults(
                """
                oncall:
                  payments:
                    zone: berlin
                    layrs: []
                    layers:
                      - {every: 0h, people: [], starts: 2026-01-05}
                  Bad Name:
                    zone: UTC
                  sre:
                    zone: UTC
                    weeks: [{primary: alice}]
                """))
        .containsExactlyInAnyOrder(
            "EVENKEEL_CONFIG (oncall → payments → layrs) is unknown. Known here: zone, starts,"
                + " handoff, week_begins, layers, weeks, rotation, overrides, feed, channel.",
            "EVENKEEL_CONFIG (oncall → payments → zone) there is no zone \"berlin\". Write"
                + " Europe/Berlin, perhaps.",
            "EVENKEEL_CONFIG (oncall → payments → primary → people) the rotation has no"
                + " participants. List at least one person.",
            "EVENKEEL_CONFIG (oncall → payments → primary → every) a turn takes no time. Write at"
                + " least one hour, such as 12h or daily.",
            "EVENKEEL_CONFIG (oncall → Bad Name) is no name for a schedule. Use lower-case"
                + " letters, digits and hyphens.",
            "EVENKEEL_CONFIG (oncall → Bad Name) has neither layers nor weeks. Write either"
                + " layers, each with people, or weeks.",
            "EVENKEEL_CONFIG (oncall → sre → weeks) a week has no number. Write week: and a number"
                + " from 1 to 520.",
            "EVENKEEL_CONFIG (oncall → sre → weeks) no week names anybody. Write primary: and a"
                + " name below it.");
  }

  private Schedules ready(String yaml) throws IOException {
    return written().ready(yaml).oncall();
  }

  private List<String> faults(String yaml) throws IOException {
    return written().faults(yaml);
  }

  private Written written() {
    return new Written(directory, Map.of());
  }

  private static List<String> said(Schedule schedule, String now) {
    return schedule.onCall(Instant.parse(now)).stream()
        .map(shift -> shift.layer() + ": " + shift.whoOrNobody() + " " + shift.why().words())
        .toList();
  }
}
