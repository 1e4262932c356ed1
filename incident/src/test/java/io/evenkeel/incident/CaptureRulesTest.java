package io.evenkeel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaptureRulesTest {
  private static final MessageRef MESSAGE =
      new MessageRef(new ChannelId("C1"), "1700000000.000100");
  private static final String LINK = "https://example.slack.com/archives/C1/p1";
  private static final Quote QUOTE = new Quote(MESSAGE, Scene.BOB, "pool is empty", LINK);
  private static final Instant NOW = Scene.START.plusSeconds(60);

  private final Incident incident = accepted(Scene.declare(Scene.declaration("API down"))).next();

  private static Decision.Accepted accepted(Decision decision) {
    return (Decision.Accepted) decision;
  }

  private static TimelineEntry only(Decision.Accepted decision) {
    assertThat(decision.entries()).hasSize(1);
    return decision.entries().getFirst();
  }

  @Test
  void aMessageHasItsOwnTimeAndAuthorAndGoesIntoTheThread() {
    var decision = incident.decide(new Retelling.Captured(QUOTE, null), NOW);
    TimelineEntry entry = only(decision);
    assertThat(entry.kind()).isEqualTo(EntryKind.CAPTURED);
    assertThat(entry.actor()).isEqualTo(new Actor.Human(Scene.BOB));
    assertThat(entry.occurredAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.000100Z"));
    assertThat(entry.recordedAt()).isEqualTo(NOW);
    assertThat(entry.source()).isEqualTo(LINK);
    assertThat(decision.effects())
        .containsExactly(new Effect.ThreadEntries(entry.seq(), entry.seq()));
    assertThat(decision.next().status()).isEqualTo(incident.status());
  }

  @Test
  void anEditSupersedesWithTheSameTimeAuthorAndLink() {
    var captured = incident.decide(new Retelling.Captured(QUOTE, null), NOW);
    TimelineEntry shown = only(captured);
    TimelineEntry edit =
        only(captured.next().decide(new Retelling.Edited(shown, "pool is full"), NOW));
    assertThat(edit.supersedes()).isEqualTo(shown.seq());
    assertThat(edit.text()).isEqualTo("pool is full");
    assertThat(edit.actor()).isEqualTo(shown.actor());
    assertThat(edit.occurredAt()).isEqualTo(shown.occurredAt());
    assertThat(edit.source()).isEqualTo(LINK);
  }

  @Test
  void whenAMessageHappenedIsPutRightAndItsWordsFollowSlack() {
    var captured = incident.decide(new Retelling.Captured(QUOTE, null), NOW);
    TimelineEntry shown = only(captured);
    var told = new Told(List.of(shown), true);
    var by = new Actor.Human(Scene.ALICE);
    Instant at = Scene.START.minusSeconds(60);

    var moved =
        accepted(
            captured
                .next()
                .decide(new Command.Correct(shown.seq(), null, at, "sent late"), told, by, NOW));
    assertThat(moved.entries().getFirst().kind()).isEqualTo(EntryKind.CAPTURED);
    assertThat(moved.entries().getFirst().occurredAt()).isEqualTo(at);
    assertThat(moved.entries().getFirst().supersedes()).isEqualTo(shown.seq());
    assertThat(moved.entries().getFirst().source()).isEqualTo(LINK);

    Decision words =
        captured.next().decide(new Command.Correct(shown.seq(), "mine", null, null), told, by, NOW);
    assertThat(words).isInstanceOf(Decision.Refused.class).asString().contains("follows it");
  }

  @Test
  void whoTookTheLastMarkAwayWithdrewIt() {
    var captured = incident.decide(new Retelling.Captured(QUOTE, null), NOW);
    TimelineEntry shown = only(captured);
    var by = new Actor.Human(Scene.ALICE);
    TimelineEntry gone =
        only(captured.next().decide(new Retelling.Withdrawn(shown, by, NOW.plusSeconds(9)), NOW));
    assertThat(gone.kind()).isEqualTo(EntryKind.WITHDRAWN);
    assertThat(gone.actor()).isEqualTo(by);
    assertThat(gone.supersedes()).isEqualTo(shown.seq());
    assertThat(gone.text()).isEqualTo("Withdrew a message of bob");
    assertThat(gone.occurredAt()).as("Slack's clock is ahead").isEqualTo(NOW);
  }

  @Test
  void nobodyIsSaidToHaveDeletedAMessage() {
    var captured = incident.decide(new Retelling.Captured(QUOTE, null), NOW);
    TimelineEntry gone =
        only(captured.next().decide(new Retelling.Deleted(only(captured), NOW), NOW));
    assertThat(gone.actor()).isEqualTo(new Actor.Evenkeel());
    assertThat(gone.text()).isEqualTo("A message of bob was deleted in Slack");
  }

  @Test
  void aClockThatWentBackRecordsNothingBeforeTheLastEntry() {
    var early = incident.decide(new Retelling.Captured(QUOTE, null), Scene.START.minusSeconds(60));
    assertThat(only(early).recordedAt()).isEqualTo(incident.recordedAt());
  }
}
