package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Turn;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.delivery.Backlog;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is Saturday, 14:32; alice is primary until Monday 09:00, then bob; charlie is secondary. */
final class RosteringTest {
  private static final Schedules ROTA =
      new Schedules(
          List.of(
              new Schedule(
                  new ScheduleName("payments"),
                  ZoneOffset.UTC,
                  List.of(layer("primary", "alice", "bob"), layer("secondary", "charlie", "alice")),
                  List.of())),
          List.of());

  private final Watch watch = new Watch(ROTA);

  @BeforeEach
  void people() {
    watch.knows(ALICE, BOB, CHARLIE);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whoStandsInIsOnCallAndIsToldAndItIsAudited() {
    Answer given = watch.says(ALICE, "oncall override @bob 2h");

    assertThat(given.recorded()).isTrue();
    assertThat(words(given)).contains("bob", "payments, primary", "#1", "in the place of alice");
    assertThat(primary(watch.now())).isEqualTo("bob");
    assertThat(primary(watch.now().plus(Duration.ofHours(2)))).isEqualTo("alice");
    assertThat(waiting()).as("a direct message to bob").isEqualTo(1);
    AuditVerdict verdict = watch.query(tx -> new Audit(tx).verify());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            AuditVerdict.Sound.class, sound -> assertThat(sound.count()).isEqualTo(1));
  }

  @Test
  void twoOverridesAtOnceAreRefusedInWords() {
    watch.says(ALICE, "oncall override @bob 2h");

    Answer second = watch.says(CHARLIE, "oncall override @charlie 30m --from 1h");

    assertThat(second.recorded()).isFalse();
    assertThat(words(second))
        .startsWith("Nothing was recorded: ")
        .contains("bob", "#1", "Two at once", "Withdraw that one first");
    assertThat(second.offers()).extracting(Offer::command).contains("oncall withdraw 1");
    assertThat(watch.says(CHARLIE, "oncall override @charlie 30m --from 2h").recorded())
        .as("right after it")
        .isTrue();
    assertThat(watch.says(CHARLIE, "oncall override @charlie 1h secondary").recorded())
        .as("on another layer")
        .isTrue();
  }

  @Test
  void ofTwoWhoSayItAtTheSameMomentOneIsRefused() throws Exception {
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = both.submit(() -> watch.says(ALICE, "oncall override @bob 2h"));
      var second = both.submit(() -> watch.says(CHARLIE, "oncall override @charlie 2h"));

      assertThat(List.of(recorded(first::get), recorded(second::get)))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  private interface Said {
    Answer get() throws InterruptedException, ExecutionException;
  }

  private static boolean recorded(Said said) throws InterruptedException, ExecutionException {
    return said.get().recorded();
  }

  @Test
  void whatIsWithdrawnDoesNotCountAndCanBeHadBack() {
    watch.says(ALICE, "oncall override @bob 2h");

    Answer withdrawn = watch.says(ALICE, "oncall withdraw 1");

    assertThat(withdrawn.recorded()).isTrue();
    assertThat(primary(watch.now())).isEqualTo("alice");
    assertThat(words(watch.says(ALICE, "oncall withdraw 1"))).contains("no override #1");
    assertThat(watch.presses(ALICE, withdrawn, "Undo").recorded()).isTrue();
    assertThat(primary(watch.now())).isEqualTo("bob");
  }

  @Test
  void whatIsOverOrBackwardsOrEndlessIsRefused() {
    assertThat(words(watch.says(ALICE, "oncall override @bob 1h --from \"yesterday 10:00\"")))
        .contains("is over already");
    assertThat(words(watch.says(ALICE, "oncall override @bob until 2026-11-21 10:00")))
        .contains("ends before it begins");
    assertThat(words(watch.says(ALICE, "oncall override @bob 500 days")))
        .contains("more than a year");
  }

  @Test
  void anUnknownScheduleAndLayerAreAnsweredWithTheNearest() {
    Answer misspelt = watch.says(ALICE, "oncall override @bob 2h paymets");

    assertThat(words(misspelt)).contains("no schedule “paymets”", "Did you mean payments?");
    assertThat(watch.presses(ALICE, misspelt, "payments").recorded()).isTrue();
    assertThat(words(watch.says(ALICE, "oncall override @bob 2h payments tertiary")))
        .contains("no layer “tertiary”", "primary, secondary");
  }

  @Test
  void whoStandsInOnTwoLayersIsWarnedOf() {
    assertThat(words(watch.says(ALICE, "oncall override @charlie 2h"))).contains("also secondary");
  }

  @Test
  void withoutAScheduleItIsSaidHowToSetOneUp() {
    try (var bare = new Watch()) {
      assertThat(words(bare.says(ALICE, "oncall override @bob 2h")))
          .contains("no on-call schedule is set up", "oncall:", "config check");
    }
  }

  @Test
  void aSwapChangesNothingBeforeTheYes() {
    Answer asked = watch.says(ALICE, "oncall swap @bob");

    assertThat(words(asked)).contains("swap #1", "before they say yes");
    assertThat(waiting()).isEqualTo(1);
    assertThat(primary(watch.now())).isEqualTo("alice");

    assertThat(words(watch.says(CHARLIE, "oncall accept 1"))).contains("for @bob to answer");
    Answer yes = watch.says(BOB, "oncall accept 1");

    assertThat(yes.recorded()).isTrue();
    assertThat(primary(watch.now())).isEqualTo("bob");
    assertThat(primary(Instant.parse("2026-11-23T09:00:00Z"))).isEqualTo("alice");
    assertThat(primary(Instant.parse("2026-11-30T09:00:00Z"))).isEqualTo("alice");
    assertThat(words(watch.says(BOB, "oncall accept 1"))).contains("no swap #1 waits");
  }

  @Test
  void aSwapIsDeclinedOrWithdrawn() {
    watch.says(ALICE, "oncall swap @bob");
    assertThat(words(watch.says(BOB, "oncall withdraw swap 1"))).contains("@alice, who alone");
    assertThat(watch.says(BOB, "oncall decline 1").recorded()).isTrue();

    watch.says(ALICE, "oncall swap @bob");
    assertThat(watch.says(ALICE, "oncall withdraw swap 2").recorded()).isTrue();

    assertThat(words(watch.says(BOB, "oncall accept 2"))).contains("no swap #2 waits");
    assertThat(primary(watch.now())).isEqualTo("alice");
  }

  @Test
  void aYesIsRefusedOnceTheRotaHasChangedUnderIt() {
    watch.says(ALICE, "oncall swap @bob");
    watch.says(ALICE, "oncall override @charlie 2h");

    Answer late = watch.says(BOB, "oncall accept 1");

    assertThat(late.recorded()).isFalse();
    assertThat(words(late)).contains("the rota has changed", "alice", "ask again");
  }

  @Test
  void aYesThatComesTooLateChangesNothing() {
    watch.says(ALICE, "oncall swap @bob");
    watch.later(Duration.ofDays(2));

    assertThat(words(watch.says(BOB, "oncall accept 1"))).contains("no swap #1 waits");
  }

  @Test
  void withWhomThereIsNothingToSwapIsSaid() {
    assertThat(words(watch.says(ALICE, "oncall swap @alice"))).contains("with yourself");
    assertThat(words(watch.says(BOB, "oncall swap @alice payments secondary")))
        .contains("you have no shift in payments, secondary");
  }

  @Test
  void whoIsOnCallIsToldWithWhatStandsBesideIt() {
    watch.says(ALICE, "oncall override @bob 2h");
    watch.says(CHARLIE, "oncall swap @bob");
    var questions = new Questions(watch.database, SeverityScale.STANDARD, _ -> "", ROTA);

    Answer now = questions.onCall(new Asked.OnCall(null, null), watch.now());
    assertThat(words(now))
        .contains("On call for payments now:")
        .contains("primary: @bob (by override) until")
        .contains("then @alice")
        .contains("secondary: @charlie until");
    assertThat(now.offers()).extracting(Offer::label).containsExactly("Overrides and swaps (2)");
    assertThat(words(questions.standIns(new Asked.StandIns(null), watch.now())))
        .contains("#1 @bob stands in for payments, primary")
        .contains("Swap #1: @charlie waits for @bob");
    assertThat(words(questions.onCall(new Asked.OnCall("pay", null), watch.now())))
        .contains("There is no schedule “pay”. Did you mean payments?");
  }

  @Test
  void somebodyWhoLeftIsShownAsOneWhoCannotBeTold() {
    watch.query(tx -> {
      new People(tx)
          .store(
              List.of(new Profile(CHARLIE.id(), CHARLIE.name(), "", "", "UTC", false, false)),
              watch.now());
      return 0;
    });
    var questions = new Questions(watch.database, SeverityScale.STANDARD, _ -> "", ROTA);

    assertThat(words(questions.onCall(new Asked.OnCall(null, null), watch.now())))
        .contains("secondary: charlie ⚠️ (has left the workspace and cannot be told) until")
        .contains("primary: @alice until");
  }

  @Test
  void aSwapIsWithdrawnWhole() {
    watch.says(ALICE, "oncall swap @bob");
    watch.says(BOB, "oncall accept 1");

    Answer withdrawn = watch.says(ALICE, "oncall withdraw 1");
    assertThat(words(withdrawn)).contains("Both halves of swap #1", "#1 is withdrawn", "#2 is");
    assertThat(withdrawn.offers()).extracting(Offer::label).containsExactly("Undo #1", "Undo #2");
    assertThat(words(watch.says(ALICE, "oncall withdraw 2"))).contains("no override #2");
  }

  private String primary(Instant at) {
    return watch.query(tx ->
        new OnCall(tx, ROTA).at("payments", at).orElseThrow().getFirst().shift().whoOrNobody());
  }

  private long waiting() {
    return watch.query(tx -> Backlog.read(tx).pending());
  }

  private static Layer layer(String name, String... people) {
    return new Layer(
        name,
        new Rotation(
            Stream.of(people).map(Turn::of).toList(),
            Duration.ofDays(7),
            LocalDateTime.parse("2026-11-16T09:00")),
        Hours.ALWAYS,
        false);
  }
}
