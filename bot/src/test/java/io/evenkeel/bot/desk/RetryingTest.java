package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.Next;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RetryingTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  /** Slack refuses to make that incident's channel. */
  private void refused(int number) {
    watch.query(tx -> {
      var streams = new Streams(tx);
      for (Lease lease : streams.lease("test", 9, Duration.ofSeconds(30))) {
        if (new IncidentNumber(number).equals(lease.incident())) {
          streams.park(lease, ((Next.Work) streams.next(lease)).effect(), "Slack says no.");
        }
        streams.release(lease, Duration.ZERO);
      }
      return true;
    });
  }

  private int parked(int number) {
    return watch.query(tx -> new Parked(tx).of(new IncidentNumber(number))).size();
  }

  @Test
  void whatIsParkedIsTriedAgainAndTheRelayIsWoken() {
    watch.says(ALICE, "declare API down");
    refused(1);
    int entries = watch.timeline(1).size();
    int woken = watch.woken.get();
    assertThat(parked(1)).isEqualTo(1);

    Answer answer = watch.says(BOB, "retry INC-1");

    assertThat(words(answer)).matches("Trying [2-9] things of INC-1 API down again\\..*");
    assertThat(parked(1)).isZero();
    assertThat(watch.woken).hasValue(woken + 1);
    assertThat(watch.timeline(1)).as("no part of the story").hasSize(entries);
    assertThat(watch.<AuditVerdict>query(tx -> new Audit(tx).verify()))
        .isInstanceOfSatisfying(
            AuditVerdict.Sound.class, sound -> assertThat(sound.count()).isEqualTo(1));
    assertThat(words(watch.says(BOB, "retry INC-1"))).startsWith("Nothing of INC-1 API down waits");
  }

  @Test
  void theSamePressTwiceIsAnsweredTwiceAndDoneOnce() {
    watch.says(ALICE, "declare API down");
    refused(1);
    InboxKey key = Watch.key();
    Answer first = watch.handle(key, ALICE, "retry INC-1", null);
    refused(1);
    int parked = parked(1);

    assertThat(watch.handle(key, ALICE, "retry INC-1", null)).isEqualTo(first);
    assertThat(parked(1)).isEqualTo(parked).isPositive();
  }

  @Test
  void inItsChannelNoNumberIsNeeded() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "declare disk full");
    refused(2);
    assertThat(words(watch.says(BOB, "retry", watch.open(2)))).contains("INC-2 disk full again");
  }

  @Test
  void elsewhereTheOnlyOneOfMineThatWaitsIsMeant() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "declare disk full");
    refused(2);
    assertThat(words(watch.says(ALICE, "retry"))).contains("INC-2 disk full again");
    assertThat(words(watch.says(ALICE, "retry"))).startsWith("Nothing of your open incidents");
  }

  @Test
  void ofSeveralThatWaitEachHasItsButton() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "declare disk full");
    refused(1);
    refused(2);
    Answer asked = watch.says(ALICE, "retry");
    assertThat(asked.offers())
        .extracting(Offer::command)
        .containsExactly("retry --incident-id INC-2", "retry --incident-id INC-1");
    watch.presses(ALICE, asked, "Try INC-1 again");
    assertThat(parked(1)).isZero();
    assertThat(parked(2)).isEqualTo(1);
  }

  @Test
  void whoeverMayNotSeeItCannotTryItAgain() {
    watch.says(ALICE, "declare data leak --private");
    refused(1);
    assertThat(words(watch.says(BOB, "retry INC-1"))).startsWith("There is no INC-1");
    assertThat(parked(1)).isEqualTo(1);
  }
}
