package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.delivery.Backlog;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Incidents in channels that are there already, and incidents of the past. */
final class AdoptingTest {
  private static final ChannelId TEAM = new ChannelId("C0TEAM");
  private static final Instant STARTED = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant RESOLVED = Instant.parse("2026-11-01T11:30:00Z");

  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aChannelBecomesTheIncidentsFromItsFirstMoment() {
    Answer declared = watch.says(ALICE, "declare API down --here", TEAM);
    assertThat(words(declared)).contains("Declared INC-1 API down", "Its channel is #C0TEAM.");
    assertThat(watch.says(BOB, "update seen by all of us", TEAM).incident())
        .isEqualTo(new IncidentNumber(1));
  }

  @Test
  void anAdoptedChannelIsNeverArchived() {
    watch.says(ALICE, "declare API down --here", TEAM);
    watch.says(ALICE, "resolve done", TEAM);
    watch.says(ALICE, "close", TEAM);
    watch.later(Duration.ofDays(30));
    List<Due> due = watch.due();
    assertThat(due)
        .noneMatch(one ->
            one instanceof Due.OfIncident of && of.command() instanceof Command.ArchiveChannel);
    long before = queued();
    watch.says(ALICE, "note the books are closed", TEAM);
    assertThat(queued()).as("it is still told there").isGreaterThan(before);
  }

  @Test
  void aChannelServesOneIncident() {
    watch.says(ALICE, "declare API down --here", TEAM);
    assertThat(words(watch.says(BOB, "declare disk full --here --new", TEAM)))
        .contains("this is the channel of INC-1 API down", "Leave out --here");
    assertThat(watch.incidents()).hasSize(1);
  }

  @Test
  void theAnnouncementChannelIsNoIncidentsChannel() {
    watch.says(ALICE, "declare API down");
    watch.query(tx -> {
      new SlackObjects(tx)
          .record(
              new IncidentNumber(1), Purpose.ANNOUNCEMENT, new SlackObject(TEAM, "1763735520.1"));
      return true;
    });
    assertThat(words(watch.says(BOB, "declare disk full --here", TEAM)))
        .contains("incidents are announced here");
  }

  @Test
  void thePastIsWrittenDownWithTheTimesThatWereSaid() {
    Answer written =
        watch.says(
            ALICE,
            "declare payments failed --backfill --started " + STARTED + " --resolved " + RESOLVED);
    var incident = watch.incident(1);
    assertThat(words(written))
        .contains("Wrote down INC-1 payments failed", RESOLVED.toString(), "announced nowhere");
    assertThat(incident.mode()).isEqualTo(Mode.BACKFILL);
    assertThat(incident.status()).isEqualTo(Status.RESOLVED);
    assertThat(incident.roles()).isEmpty();
    assertThat(incident.milestones().at(Milestone.RESOLVED)).contains(RESOLVED);
    assertThat(incident.milestones().at(Milestone.DECLARED)).isEmpty();
    assertThat(incident.milestones().mark(Milestone.MITIGATED)).isEmpty();
    assertThat(incident.zero()).isEqualTo(STARTED);
    assertThat(written.offers())
        .extracting(Offer::command)
        .contains("resolution --incident-id INC-1");
  }

  @Test
  void thePastHasNoChannelUnlessOneIsNamedAndNothingWaitsForIt() {
    watch.says(ALICE, "declare payments failed --backfill --resolved unknown");
    assertThat(watch.says(ALICE, "note pool was full --incident-id INC-1").recorded()).isTrue();
    assertThat(words(watch.says(ALICE, "postmortem INC-1")))
        .contains("has no open channel", "evenkeel export INC-1");
    assertThat(queued()).isZero();
    watch.says(ALICE, "declare disks failed --backfill --resolved unknown --here", TEAM);
    assertThat(queued()).isGreaterThan(3);
  }

  @Test
  void thePastDoesNotEndBeforeItBeganNorInTheFuture() {
    assertThat(
            words(
                watch.says(
                    ALICE,
                    "declare x --backfill --resolved " + STARTED + " --started " + RESOLVED)))
        .contains("before it began");
    assertThat(words(watch.says(ALICE, "declare x --backfill --resolved 2027-01-01T10:00Z")))
        .contains("has not happened yet");
    assertThat(watch.incidents()).isEmpty();
  }

  private long queued() {
    return watch.query(tx -> Backlog.read(tx).pending());
  }
}
