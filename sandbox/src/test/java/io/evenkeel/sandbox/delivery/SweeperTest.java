package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.model.Message.Metadata;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that was given up lands after all, and what is left of it. */
final class SweeperTest {
  private static final String CHANNEL = "inc-1-api-service-down";
  private static final Command UPDATE = new Command.Update("pool exhausted", null, null, false);

  private static void say(Bed bed, IncidentNumber incident) {
    bed.say(incident, (Command.OnIncident) UPDATE);
  }

  /** An abandoned request lands: the message of that kind once more. Returns its ts. */
  private static String landLate(Bed bed, String kind) throws IOException, SlackApiException {
    String key = bed.text("select key from effect where kind = '%s' order by seq".formatted(kind));
    String purpose =
        switch (kind) {
          case "post-card" -> "card";
          case "announce" -> "announcement";
          default -> "post:" + key;
        };
    String channel =
        bed.text("select channel from slack_object where purpose = '%s'".formatted(purpose));
    String thread =
        kind.equals("reply-to-announcement")
            ? bed.text("select id from slack_object where purpose = 'announcement'")
            : null;
    var metadata =
        Metadata.builder().eventType("evenkeel_effect").eventPayload(Map.of("key", key)).build();
    return bed.slack
        .methods(Settings.BOT_TOKEN)
        .chatPostMessage(r -> r.channel(channel).threadTs(thread).text("late").metadata(metadata))
        .getTs();
  }

  private static long copies(Bed bed, String channel) {
    return bed.posts(channel).stream().filter(m -> m.text().equals("late")).count();
  }

  private static AuditVerdict.Sound audit(Bed bed) {
    return (AuditVerdict.Sound) bed.database.query(tx -> new Audit(tx).verify());
  }

  /** Posts of that method fail once, unapplied, so that they are looked for and sent again. */
  private static void sentAgain(Bed bed, int after) {
    for (int i = 0; i < after; i++) {
      bed.sandbox.faults().add(Fault.once("chat.postMessage", Kind.ERROR));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "post-card, inc-1-api-service-down",
    "post-entries, inc-1-api-service-down",
    "announce, incidents",
    "reply-to-announcement, incidents"
  })
  void aCopyThatLandsLateIsGoneAndTheRecordedOneStays(String kind, String channel)
      throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      sentAgain(bed, 2);
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      sentAgain(bed, 2);
      say(bed, incident);
      bed.workUntil(bed::settled);
      List<Message> before = bed.posts(channel);

      landLate(bed, kind);
      assertThat(copies(bed, channel)).isEqualTo(1);
      bed.workUntil(() -> copies(bed, channel) == 0);

      assertThat(bed.posts(channel)).containsExactlyElementsOf(before);
      assertThat(audit(bed).count()).isEqualTo(1);
      assertThat(bed.text("select detail from audit")).contains(kind);
    }
  }

  @Test
  void passesGoOnForSomeTimeAndThenEnd() throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      sentAgain(bed, 1);
      bed.declare("API service down");
      bed.workUntil(bed::settled);
      landLate(bed, "post-card");
      bed.workUntil(() -> copies(bed, CHANNEL) == 0);
      landLate(bed, "post-card");
      bed.workUntil(() -> copies(bed, CHANNEL) == 0);
      bed.workUntil(
          () -> bed.number("select count(*) from effect_stream where sweep_at is not null") == 0);

      assertThat(audit(bed).count()).isEqualTo(2);
    }
  }

  @Test
  void aStreamWithoutADoubtIsNotLookedThrough() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      say(bed, incident);
      bed.workUntil(bed::settled);

      assertThat(bed.number("select count(*) from effect_stream where doubt_at is not null"))
          .isZero();
    }
  }

  @Test
  void aMessageWhoseEffectIsNotSettledIsNeverDeleted() throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.sql("delete from slack_object where purpose = 'card'");
      bed.sql(
          "update effect set state = 'UNKNOWN', due_at = 'infinity', result = '{\"doubt\":"
              + " \"yes\"}' where kind = 'post-card'");
      bed.sql("update effect_stream set doubt_at = now(), sweep_at = now()");
      int reads = bed.sandbox.calls().of("conversations.history").size();
      bed.workUntil(
          () -> bed.number("select count(*) from effect_stream where sweep_at is not null") == 0);

      assertThat(bed.posts(CHANNEL)).hasSize(1);
      assertThat(bed.sandbox.calls().of("conversations.history")).hasSize(reads);
    }
  }

  @Test
  void aPassThatFailsIsMadeAgain() throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      sentAgain(bed, 1);
      bed.declare("API service down");
      bed.workUntil(bed::settled);
      landLate(bed, "post-card");
      for (int i = 0; i < 8; i++) {
        bed.sandbox.faults().add(Fault.once("conversations.history", Kind.ERROR));
      }
      bed.workUntil(() -> copies(bed, CHANNEL) == 0);

      assertThat(bed.sandbox.calls().of("conversations.history")).hasSizeGreaterThan(8);
    }
  }

  @Test
  void aCopyThatCannotBeDeletedAtOnceIsDeletedLaterAndAuditedOnce() throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      sentAgain(bed, 1);
      bed.declare("API service down");
      bed.workUntil(bed::settled);
      landLate(bed, "post-card");
      bed.sandbox.faults().add(Fault.once("chat.delete", Kind.ERROR));
      bed.workUntil(() -> copies(bed, CHANNEL) == 0);

      assertThat(audit(bed).count()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsSharedLateIsGone() throws Exception {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.work();
      bed.sandbox.faults().add(Fault.once("files.completeUploadExternal", Kind.ERROR));
      bed.say(incident, new Command.SharePostmortem());
      bed.workUntil(bed::settled);
      String tried =
          bed.text(
              "select split_part(result ->> 'files', ' ', 1) from effect"
                  + " where kind = 'share-postmortem'");
      bed.slack
          .methods(Settings.BOT_TOKEN)
          .filesCompleteUploadExternal(r ->
              r.files(List.of(FileDetails.builder().id(tried).build()))
                  .channelId(bed.channel(CHANNEL).id()));
      assertThat(shares(bed)).isEqualTo(2);
      bed.workUntil(() -> shares(bed) == 1);

      assertThat(bed.sandbox.workspace().messages().in(bed.channel(CHANNEL).id()))
          .noneMatch(message -> message.files().contains(tried));
    }
  }

  private static long shares(Bed bed) {
    return bed.sandbox.workspace().messages().in(bed.channel(CHANNEL).id()).stream()
        .filter(message -> !message.files().isEmpty())
        .count();
  }

  @Test
  void whoeverRecordsTooLateHasTheStreamLookedThrough() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.workUntil(bed::settled);
      bed.alter(
          "create function overtake() returns trigger language plpgsql as $$ begin update"
              + " effect_stream set epoch = epoch + 1 where id = new.stream; return new; end"
              + " $$;create trigger overtake after update on effect for each row when (new.state ="
              + " 'SENDING' and new.kind = 'post-entries') execute function overtake()");
      say(bed, incident);
      bed.work();
      bed.alter("drop trigger overtake on effect");

      assertThat(bed.posts(CHANNEL)).as("Slack was called").hasSize(2);
      assertThat(
              bed.text(
                  "select (sweep_at > doubt_at)::text from effect_stream where id ="
                      + " 'INC-1/channel'"))
          .isEqualTo("true");
      bed.sql("update effect_stream set lease_until = '-infinity'");
      bed.workUntil(bed::settled);
      assertThat(bed.posts(CHANNEL)).hasSize(2);
    }
  }
}
