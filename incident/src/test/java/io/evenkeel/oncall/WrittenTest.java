package io.evenkeel.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WrittenTest {
  @Test
  void aScheduleIsUnderstoodAsPeopleWriteIt() {
    var line =
        new Written.Line(
            null,
            "12h",
            "8:00",
            "2026-01-05",
            List.of("@Alice", "bob"),
            List.of(new Written.Open("mon - fri, sun", "08:00", "24:00")),
            "intended");
    var cover = new Written.Cover(null, "dave", "2026-01-06 12:00", "2026-01-06T13:00+01:00");
    Schedule read =
        good(new Written("payments", "Europe/Berlin", List.of(line), null, List.of(cover)));

    assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(said(read, "2026-01-05T07:00:00Z")).containsExactly("primary: alice by rotation");
    assertThat(said(read, "2026-01-05T19:00:00Z")).containsExactly("primary: bob by rotation");
    assertThat(said(read, "2026-01-06T11:00:00Z")).containsExactly("primary: dave by override");
    assertThat(said(read, "2026-01-10T11:00:00Z"))
        .containsExactly("primary: nobody outside its hours");
    assertThat(read.layers().getFirst().gapsIntended()).isTrue();
  }

  @Test
  void theRotaOfTheTrainingMaterialIsTakenAsItStands() {
    var rota =
        new Written.Rota(
            null,
            null,
            null,
            List.of(
                week("1", "alice", "bob", "charlie"),
                week("2", "bob", "charlie", "alice"),
                week("3", "charlie", "alice", "bob")));
    var outcome = new Written("sre", null, List.of(), rota, List.of()).read();

    assertThat(outcome).isInstanceOf(Written.Outcome.Good.class);
    var good = (Written.Outcome.Good) outcome;
    assertThat(said(good.schedule(), "2024-01-08T09:00:00Z"))
        .containsExactly(
            "primary: bob by rotation",
            "secondary: charlie by rotation",
            "escalation: alice by rotation");
    assertThat(said(good.schedule(), "2024-01-22T09:00:00Z").getFirst())
        .isEqualTo("primary: alice by rotation");
    assertThat(good.advice())
        .extracting(Finding::toString)
        .containsExactly(
            "sre, zone: no zone is given, so times are in UTC. Write one such as Europe/Berlin.",
            "sre, starts: nobody says when week 1 is, so it is counted from Monday 2024-01-01."
                + " Write a date in a week 1, such as 2026-01-05.");
  }

  @Test
  void weekOneIsTheWeekOfTheDateAndAMissingWeekIsAGap() {
    var rota =
        new Written.Rota(
            "2026-01-08",
            "10:30",
            "monday",
            List.of(week("1", "alice", "bob", "carol"), week("3", "bob", "nobody", "alice")));
    Schedule read = good(new Written("sre", "Asia/Kolkata", List.of(), rota, List.of()));

    assertThat(said(read, "2026-01-05T05:00:00Z").getFirst())
        .isEqualTo("primary: alice by rotation");
    assertThat(said(read, "2026-01-12T05:00:00Z").getFirst())
        .isEqualTo("primary: nobody nobody planned");
    assertThat(said(read, "2026-01-19T05:00:00Z"))
        .containsExactly(
            "primary: bob by rotation",
            "secondary: nobody nobody planned",
            "escalation: alice by rotation");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
    var line =
        new Written.Line(
            "primary",
            "0 days",
            "25:00",
            "soon",
            List.of("nobody"),
            List.of(
                new Written.Open("", "09:00", "17:00"), new Written.Open("mon", "09:00", "09:00")),
            "yes");
    var cover = new Written.Cover("primary", "", "tomorrow", "2026-01-06 13:00");

    assertThat(faults(new Written("Payments!", "berlin", List.of(line), null, List.of(cover))))
        .containsExactly(
            "Payments!: is no name for a schedule. Use lower-case letters, digits and hyphens.",
            "Payments!, zone: there is no zone \"berlin\". Write Europe/Berlin, perhaps.",
            "Payments!, primary, people: the rotation has no participants. List at least one"
                + " person.",
            "Payments!, primary, every: a turn takes no time. Write at least one hour, such as 12h"
                + " or daily.",
            "Payments!, primary, hours → days: \"\" is no day of the week, so the restriction would"
                + " never apply. Write days such as mon-fri or sat, sun.",
            "Payments!, primary, hours: the restriction from 09:00 to 09:00 never applies. Write a"
                + " later end; a whole day is from \"00:00\" to \"24:00\".",
            "Payments!, primary, gaps: is \"yes\". Write intended, or leave it out.",
            "Payments!, primary, handoff: is \"25:00\". Write a local time such as \"09:00\".",
            "Payments!, primary, starts: is \"soon\". Write a date such as 2026-01-05.",
            "Payments!, primary, overrides → from: is \"tomorrow\". Write a local time such as"
                + " 2026-12-24 09:00.",
            "Payments!, primary, overrides: an override names nobody. Write who is on call"
                + " instead.");
  }

  @Test
  void aRotaWithWeeksThatCannotBeIsRefused() {
    var rota =
        new Written.Rota(
            "2026-01-05",
            null,
            "someday",
            List.of(
                week("one", "a", "b", "c"), week("2", "a", "b", "c"), week("2", "a", "b", "c")));

    assertThat(faults(new Written("sre", "UTC", List.of(), rota, List.of())))
        .containsExactly(
            "sre, week_begins: is \"someday\". Write a day such as monday.",
            "sre, weeks: \"one\" is no number of a week. Write week: and a number from 1 to 520.",
            "sre, weeks: week 2 is there twice. Number each week once.");
  }

  @Test
  void overridesMustFit() {
    var line = new Written.Line(null, "daily", null, "2026-01-05", List.of("a"), List.of(), null);
    assertThat(
            faults(
                new Written(
                    "sre",
                    "UTC",
                    List.of(line),
                    null,
                    List.of(
                        new Written.Cover("third", "b", "2026-01-06 12:00", "2026-01-06 13:00")))))
        .containsExactly("sre, third, overrides: there is no such layer. Write primary.");
    assertThat(
            faults(
                new Written(
                    "sre",
                    "UTC",
                    List.of(line),
                    null,
                    List.of(new Written.Cover(null, "b", "2026-01-06 12:00", "2026-01-06 12:00")))))
        .containsExactly(
            "sre, primary, overrides: an override for b from 2026-01-06 12:00 ends before it"
                + " begins. Write a later time behind to.");
  }

  private static Map<String, String> week(
      String number, String primary, String secondary, String escalation) {
    var week = new LinkedHashMap<String, String>();
    week.put("week", number);
    week.put("primary", primary);
    week.put("secondary", secondary);
    week.put("escalation", escalation);
    return week;
  }

  static Schedule good(Written written) {
    @Nullable Schedule schedule =
        switch (written.read()) {
          case Written.Outcome.Good(Schedule read, List<Finding> advice) -> {
            assertThat(advice).isEmpty();
            yield read;
          }
          case Written.Outcome.Faulty(List<Finding> findings) ->
              throw new AssertionError(findings.toString());
        };
    return schedule;
  }

  private static List<String> faults(Written written) {
    return switch (written.read()) {
      case Written.Outcome.Good good -> throw new AssertionError(good.toString());
      case Written.Outcome.Faulty(List<Finding> findings) ->
          findings.stream().map(Finding::toString).toList();
    };
  }

  private static List<String> said(Schedule schedule, String now) {
    return schedule.onCall(Instant.parse(now)).stream()
        .map(shift -> shift.layer() + ": " + shift.whoOrNobody() + " " + shift.why().words())
        .toList();
  }
}
