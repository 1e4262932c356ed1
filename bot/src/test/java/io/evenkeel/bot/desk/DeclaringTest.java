package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.SeverityScale;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeclaringTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void theSameWordsWithinTwoMinutesAreASecondPress() {
    watch.says(ALICE, "declare API \"v2\" down sev1");
    watch.later(Duration.ofSeconds(119));
    Answer again = watch.says(ALICE, "declare API \"v2\" down sev1");
    assertThat(words(again))
        .isEqualTo("You declared INC-1 API \"v2\" down a moment ago, so no second incident began.");
    assertThat(again.recorded()).isFalse();
    assertThat(watch.incidents()).hasSize(1);
    assertThat(again.offers()).extracting(Offer::label).containsExactly("Declare another");

    Answer another = watch.presses(ALICE, again, "Declare another");
    assertThat(another.recorded()).isTrue();
    assertThat(watch.incident(2).title()).isEqualTo("API \"v2\" down");
    assertThat(watch.incident(2).severity()).isEqualTo(watch.incident(1).severity());
  }

  @Test
  void aSeverityThatIsNewInTheSecondPressIsNotDropped() {
    watch.says(ALICE, "declare API down");
    Answer again = watch.says(ALICE, "declare API down sev1");
    assertThat(words(again)).endsWith("It stays SEV-2 unless you change it.");
    assertThat(watch.presses(ALICE, again, "Make it SEV-1").recorded()).isTrue();
    assertThat(watch.incident(1).severity().name()).isEqualTo("SEV-1");
  }

  @Test
  void aDrillDeclaredTwiceIsOneDrill() {
    watch.says(ALICE, "declare fire drill --drill");
    assertThat(words(watch.says(ALICE, "declare fire drill --drill"))).contains("a moment ago");
    assertThat(watch.incidents()).hasSize(1);
  }

  @Test
  void theSameThingBySomebodyElseIsAReportThatMayBeJoinedOrSeparated() {
    watch.says(ALICE, "declare API is down!");
    watch.later(Duration.ofMinutes(14));
    Answer report = watch.says(BOB, "declare the api down --service \"api <v2>\"");
    assertThat(words(report)).contains("INC-1 API is down!").contains("recorded there");
    assertThat(report.recorded()).isTrue();
    assertThat(watch.incidents()).hasSize(1);
    assertThat(watch.timeline(1)).last().isEqualTo("bob reported it, too: the api down");
    assertThat(report.offers())
        .extracting(Offer::label)
        .containsExactly("Join INC-1", "Separate incident");

    assertThat(watch.presses(BOB, report, "Join INC-1").recorded()).isTrue();
    assertThat(watch.timeline(1)).last().isEqualTo("bob joined");
    assertThat(watch.presses(BOB, report, "Separate incident").recorded()).isTrue();
    assertThat(watch.incident(2).title()).isEqualTo("the api down");
    assertThat(watch.incident(2).services()).containsExactly("api <v2>");
  }

  @Test
  void afterAQuarterOfAnHourItIsAnIncidentOfItsOwn() {
    watch.says(ALICE, "declare API down");
    watch.later(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(watch.says(BOB, "declare API down").recorded()).isTrue();
    assertThat(watch.incidents()).hasSize(2);
  }

  @Test
  void whatIsOverIsNotReportedAgain() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "resolve INC-1 restarted");
    watch.says(BOB, "declare API down");
    assertThat(watch.incidents()).hasSize(2);
  }

  @Test
  void peopleWhoDeclareAtOnceDeclareOneIncident() {
    List<Answer> answers =
        Stream.of(ALICE, BOB, CHARLIE)
            .map(who -> CompletableFuture.supplyAsync(() -> watch.says(who, "declare API down")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(watch.incidents()).hasSize(1);
    assertThat(answers).allMatch(Answer::recorded);
    assertThat(answers).filteredOn(answer -> words(answer).startsWith("Declared")).hasSize(1);
    assertThat(watch.timeline(1)).filteredOn(text -> text.contains("reported it, too")).hasSize(2);
  }

  @Test
  void nobodysDrillTakesUpALiveReportNorTheOtherWayRound() {
    watch.says(ALICE, "declare API down --drill");
    assertThat(words(watch.says(BOB, "declare API down"))).startsWith("Declared");
    assertThat(words(watch.says(CHARLIE, "declare API down --drill"))).startsWith("Declared");
    assertThat(watch.incidents()).hasSize(3);
  }

  @Test
  void anOutsiderWhoDeclaresTheSameLearnsNothingOfAPrivateOne() {
    watch.says(ALICE, "declare data leak --private");
    for (String said : List.of("declare data leak", "declare data leak --private")) {
      assertThat(words(watch.says(BOB, said))).startsWith("Declared").doesNotContain("INC-1 ");
    }
    assertThat(watch.timeline(1)).noneMatch(text -> text.contains("bob"));
  }

  @Test
  void aRefusedDeclareUsesNoNumber() {
    // The clock of the desk is behind the one that read the time.
    watch.later(Duration.ofMinutes(10));
    var said = watch.act(ALICE, "declare API down --detected 1m");
    watch.later(Duration.ofMinutes(-10));
    Answer refused =
        watch.desk.handle(Watch.key(), said, new Actor.Human(ALICE), null, watch.now());
    assertThat(words(refused)).contains("has not happened yet");
    assertThat(refused.recorded()).isFalse();
    watch.says(ALICE, "declare API down");
    assertThat(watch.incident(1).title()).isEqualTo("API down");
  }

  @Test
  void aRehearsalLeavesNothingBehindNotEvenANumber() {
    Rehearsal.run(watch.database, SeverityScale.STANDARD, watch.now());
    assertThat(watch.incidents()).isEmpty();
    watch.says(ALICE, "declare API down");
    assertThat(watch.incidents()).extracting(i -> i.number().value()).containsExactly(1);
  }
}
