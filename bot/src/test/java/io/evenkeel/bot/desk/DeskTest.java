package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.NotRecorded;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeskTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void theSameKeyTwiceIsOneIncidentAndTheSameAnswerToTheLetter() {
    InboxKey key = Watch.key();
    Answer first = watch.handle(key, ALICE, "declare API down", null);
    Answer again = watch.handle(key, ALICE, "declare API down", null);
    assertThat(again).isEqualTo(first);
    assertThat(again.offers()).hasSize(4);
    assertThat(watch.incidents()).hasSize(1);
  }

  @Test
  void aRepeatOfARefusalReadsTheSameRefusalAlsoWhenTheWorldHasMoved() {
    InboxKey key = Watch.key();
    Answer first = watch.handle(key, ALICE, "resolve INC-1", null);
    watch.says(ALICE, "declare API down");
    assertThat(watch.handle(key, ALICE, "resolve INC-1", null)).isEqualTo(first);
    assertThat(watch.incident(1).open()).isTrue();
  }

  @Test
  void aRepeatThatOvertakesTheFirstWaitsForIt() {
    InboxKey key = Watch.key();
    var first =
        CompletableFuture.supplyAsync(() -> watch.handle(key, ALICE, "declare API down", null));
    var second =
        CompletableFuture.supplyAsync(() -> watch.handle(key, ALICE, "declare API down", null));
    assertThat(first.join()).isEqualTo(second.join());
    assertThat(watch.incidents()).hasSize(1);
  }

  @Test
  void theRelayIsWokenOnlyWhenSomethingWasRecorded() {
    watch.says(BOB, "resolve INC-1");
    assertThat(watch.woken).hasValue(0);
    watch.says(ALICE, "declare API down");
    assertThat(watch.woken).hasValue(1);
  }

  @Test
  void withoutPostgresNothingIsRecordedAndThatIsSaid() {
    try (var away = Database.open(TestPostgres.empty())) {
      var desk = new Desk(away, SeverityScale.STANDARD, watch.woken::incrementAndGet);
      assertThatThrownBy(() ->
              desk.handle(
                  Watch.key(),
                  watch.act(ALICE, "declare API down"),
                  new Actor.Human(ALICE),
                  null,
                  watch.now()))
          .isInstanceOf(NotRecorded.class);
    }
    assertThat(watch.woken).hasValue(0);
  }
}
