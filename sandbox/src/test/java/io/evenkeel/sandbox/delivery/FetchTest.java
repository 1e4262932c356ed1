package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A message that somebody marked is read from Slack and stands in the timeline once. */
final class FetchTest {
  private static final String CHANNEL = "inc-1-api-service-down";

  private static Message said(Bed bed, String text, @Nullable String thread) {
    bed.sandbox.actions().join("bob", CHANNEL);
    return bed.sandbox.actions().message("bob", CHANNEL, text, thread);
  }

  private static void pinned(Bed bed, String ts) {
    new Captures(bed.database, () -> {})
        .marked(
            InboxKey.event(UUID.randomUUID().toString(), ts),
            new MessageRef(new ChannelId(bed.channel(CHANNEL).id()), ts),
            new Mark(Mark.Kind.PIN, Bed.ALICE.id(), true, Bed.now()),
            Bed.now());
  }

  private static List<TimelineEntry> captured(Bed bed, IncidentNumber incident) {
    return bed.database.query(tx -> new Timeline(tx).of(incident)).stream()
        .filter(entry -> entry.kind() == EntryKind.CAPTURED)
        .toList();
  }

  @Test
  void aMessageAndAReplyAreReadWithTheirLinks() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      Message message = said(bed, "pool is empty, @alice", null);
      Message reply = said(bed, "100 of 100 <b>", message.ts());
      pinned(bed, message.ts());
      pinned(bed, reply.ts());
      bed.workUntil(bed::settled);

      assertThat(captured(bed, incident))
          .extracting(TimelineEntry::text)
          .containsExactly("pool is empty, @U0ALICE", "100 of 100 <b>");
      assertThat(captured(bed, incident))
          .extracting(TimelineEntry::source)
          .allMatch(link -> link != null && link.contains("/archives/"))
          .last()
          .asString()
          .contains("thread_ts=" + message.ts());
      assertThat(bed.posts(CHANNEL)).filteredOn(Message::reply).hasSize(2);
    }
  }

  @Test
  void aWorkerThatDiesAfterItWasRecordedRepeatsNothing() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      Message message = said(bed, "pool is empty", null);
      pinned(bed, message.ts());
      bed.workUntil(bed::settled);
      // As if the process had been killed right before it wrote down that it was done.
      bed.sql(
          "update effect set state = 'SENDING' where kind = 'fetch-message';"
              + " update effect_stream set due_at = now() where id = 'INC-1/capture'");
      bed.workUntil(bed::settled);

      assertThat(bed.sandbox.calls().of("chat.getPermalink")).hasSize(2);
      assertThat(captured(bed, incident)).hasSize(1);
    }
  }

  @Test
  void whatSlackAnswersLateOrNotAtAllIsAskedAgain() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      Message message = said(bed, "pool is empty", null);
      bed.sandbox.faults().add(Fault.once("chat.getPermalink", Kind.ERROR));
      bed.sandbox.faults().add(Fault.once("conversations.history", Kind.ERROR));
      pinned(bed, message.ts());
      bed.workUntil(bed::settled);

      assertThat(captured(bed, incident)).hasSize(1);
    }
  }

  @Test
  void aHistoryThatLagsBehindIsReadAgain() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      Message message = said(bed, "pool is empty", null);
      bed.sandbox
          .faults()
          .add(new Fault("conversations.history", 1, Kind.HISTORY_LAG, 20_000, 0, 0));
      pinned(bed, message.ts());
      bed.workUntil(bed::settled);

      assertThat(captured(bed, incident)).hasSize(1);
      assertThat(bed.sandbox.calls().of("conversations.history")).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aMessageThatIsGoneBeforeItIsReadIsGivenUp() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      Message message = said(bed, "pool is empty", null);
      pinned(bed, message.ts());
      bed.sandbox.actions().delete("bob", CHANNEL, message.ts());
      bed.workUntil(bed::settled);

      assertThat(captured(bed, incident)).isEmpty();
      assertThat(bed.parked(incident)).isEmpty();
      assertThat(bed.text("select deleted from captured_message")).isEqualTo("t");
    }
  }

  @Test
  void ourOwnMessagesAreLeftOut() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      pinned(bed, bed.posts(CHANNEL).getFirst().ts());
      bed.workUntil(bed::settled);

      assertThat(captured(bed, incident)).isEmpty();
    }
  }
}
