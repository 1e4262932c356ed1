package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.persistence.delivery.Next;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.Streams;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong with a call, and what is seen afterwards. */
final class OutcomesTest {
  private static final String CHANNEL = "inc-1-api-service-down";

  @Test
  void aRelayKilledAfterTheChannelWasMadeFindsItAgain() throws Exception {
    try (var bed = new Bed()) {
      bed.declare("API service down");
      takeAndDie(bed);
      bed.slack.methods(Settings.BOT_TOKEN).conversationsCreate(r -> r.name(CHANNEL));

      bed.workUntil(() -> bed.count("DONE") == 6);

      assertThat(bed.sandbox.workspace().channels().all())
          .filteredOn(channel -> channel.name().startsWith("inc-1"))
          .hasSize(1);
      assertThat(bed.channel(CHANNEL).pins()).hasSize(1);
    }
  }

  /** A relay marks the head of the channel's stream as under way and is gone; its lease is over. */
  private static void takeAndDie(Bed bed) {
    bed.database.query(tx -> {
      var streams = new Streams(tx);
      var lease = streams.lease("dead", 1, Duration.ofSeconds(30)).getFirst();
      var work = (Next.Work) streams.next(lease);
      return streams.sending(lease, work.effect(), Duration.ofSeconds(30));
    });
    bed.sql("update effect_stream set lease_until = '-infinity'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversations.create",
        "chat.postMessage",
        "pins.add",
        "conversations.invite",
        "conversations.setTopic"
      })
  void whatWasAppliedAndNotAnsweredIsThereOnce(String method) {
    try (var bed = new Bed()) {
      bed.sandbox.faults().add(Fault.once(method, Kind.DROP_APPLIED));
      bed.declare("API service down");
      bed.workUntil(() -> bed.count("DONE") >= 6);

      assertThat(bed.sandbox.workspace().channels().all())
          .filteredOn(channel -> channel.name().startsWith("inc-1"))
          .hasSize(1);
      assertThat(bed.channel(CHANNEL).pins()).hasSize(1);
      assertThat(bed.posts(CHANNEL)).hasSize(1);
      assertThat(bed.posts("incidents")).hasSize(1);
      assertThat(bed.count("PARKED")).isZero();
    }
  }

  @Test
  void whatIsDoneStaysDoneWhenWhatComesNextCannotBeRead() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.work();
      int before = bed.count("DONE");
      bed.say(incident, new Command.Update("pool exhausted", null, null, true));
      bed.say(incident, new Command.Update("pool enlarged", null, null, true));
      bed.alter("alter table timeline_entry disable trigger all");
      String newest = " where seq = (select max(seq) from timeline_entry)";
      bed.sql("update timeline_entry set kind = 'un' || kind" + newest);

      bed.work();
      assertThat(bed.count("DONE")).isGreaterThan(before);
      assertThat(bed.count("SENDING")).isZero();
      assertThat(bed.count("PARKED")).as("a newer replica may come up and read it").isZero();
      assertThat(bed.number("select count(*) from effect where result ->> 'unread' = '1'"))
          .isPositive();

      bed.sql("update timeline_entry set kind = substr(kind, 3)" + newest);
      bed.workUntil(() -> bed.count("READY") == 0);
      assertThat(bed.posts(CHANNEL)).hasSize(3);
      assertThat(bed.number("select count(*) from effect where result ? 'doubt'")).isZero();
    }
  }

  @Test
  void whatNoVersionReadsComesToAPerson() {
    try (var bed = new Bed(Bed.HASTY)) {
      var incident = bed.declare("API service down");
      bed.work();
      bed.say(incident, new Command.Update("pool exhausted", null, null, true));
      bed.alter("alter table timeline_entry disable trigger all");
      String newest = " where seq = (select max(seq) from timeline_entry)";
      bed.sql("update timeline_entry set kind = 'un' || kind" + newest);
      bed.sql("update effect set result = '{\"unread\": \"120\"}' where state = 'READY'");

      bed.work();

      assertThat(bed.number("select count(*) from effect where reason like 'It shows what this%'"))
          .as("parked, and the stream goes on")
          .isEqualTo(bed.count("PARKED"))
          .isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "ERROR_APPLIED", "DROP", "DROP_APPLIED"})
  void aPostOfUnknownOutcomeIsSeenOnce(Kind kind) {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.work();
      bed.sandbox.faults().add(Fault.once("chat.postMessage", kind));
      bed.say(incident, new Command.Update("pool exhausted", null, null, true));
      bed.workUntil(() -> bed.count("READY") + bed.count("UNKNOWN") == 0);

      assertThat(bed.posts(CHANNEL)).hasSize(2);
      assertThat(bed.count("PARKED")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "ERROR_APPLIED"})
  void aFileOfUnknownOutcomeIsSharedOnce(Kind kind) {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.work();
      bed.sandbox.faults().add(Fault.once("files.completeUploadExternal", kind));
      bed.say(incident, new Command.SharePostmortem());
      bed.workUntil(() -> bed.count("DONE") == 7);

      assertThat(bed.sandbox.workspace().messages().in(bed.channel(CHANNEL).id()))
          .filteredOn(message -> !message.files().isEmpty())
          .hasSize(1);
    }
  }

  @Test
  void aNameThatSomebodyElseTookGetsASuffix() {
    try (var bed = new Bed()) {
      bed.sandbox.workspace().lines().create(CHANNEL, false, "U0BOB");
      bed.declare("API service down");
      bed.workUntil(() -> bed.count("DONE") == 6);

      assertThat(bed.channel(CHANNEL).has("U0ALICE")).isFalse();
      assertThat(bed.channel(CHANNEL + "-2").pins()).hasSize(1);
    }
  }

  @Test
  void noCallComesBeforeRetryAfterIsOver() {
    try (var bed = new Bed()) {
      bed.sandbox.faults().add(new Fault("conversations.create", 1, Kind.RATELIMITED, 0, 2, 0));
      bed.declare("API service down");
      bed.declare("Another one");
      bed.workUntil(() -> bed.count("DONE") == 12);

      var creates = bed.sandbox.calls().of("conversations.create");
      assertThat(creates).hasSize(3);
      assertThat(Duration.between(creates.get(0).at(), creates.get(1).at()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(1950));
    }
  }

  @Test
  void aPinThatFailsForGoodParksOnlyThePinAndTheCardTellsSo() {
    try (var bed = new Bed(settings -> settings.withScopes(without(settings, "pins:write")))) {
      var incident = bed.declare("API service down");
      bed.work();

      assertThat(bed.parked(incident)).extracting("kind").containsExactly("pin-card");
      assertThat(bed.channel(CHANNEL).topic().value()).contains("API service down");
      assertThat(bed.posts("incidents")).hasSize(1);
      assertThat(String.valueOf(bed.posts(CHANNEL).getFirst().blocks()))
          .contains("Not done in Slack: *The card's pin*. Slack says missing");
    }
  }

  @Test
  void whatIsParkedIsDoneOnceAPersonRetriesIt() {
    try (var bed = new Bed()) {
      bed.sandbox.workspace().lines().archive(bed.channel("incidents").id(), "U0BOB", true);
      var incident = bed.declare("API service down");
      bed.work();
      assertThat(bed.parked(incident)).extracting("kind").containsExactly("announce");

      bed.sandbox.workspace().lines().archive(bed.channel("incidents").id(), "U0BOB", false);
      assertThat(bed.database.<Integer>query(tx -> new Parked(tx).retry(incident))).isEqualTo(1);
      bed.work();

      assertThat(bed.parked(incident)).isEmpty();
      assertThat(bed.posts("incidents")).hasSize(1);
    }
  }

  @Test
  void withARevokedTokenNothingIsSentAndNothingIsParked() {
    try (var bed = new Bed()) {
      bed.sandbox.faults().add(Fault.always("*", Kind.REVOKED, 0));
      bed.declare("API service down");
      var relay = bed.relay();
      relay.runOnce();
      int calls = bed.sandbox.calls().all().size();
      relay.runOnce();

      assertThat(relay.halted()).hasValue("token_revoked");
      assertThat(bed.sandbox.calls().all()).hasSize(calls);
      assertThat(bed.count("PARKED")).isZero();
      assertThat(bed.count("READY")).isEqualTo(6);
    }
  }

  @Test
  void aDamagedEffectIsParkedAndOtherStreamsGoOn() {
    try (var bed = new Bed()) {
      var incident = bed.declare("API service down");
      bed.sql("update effect set payload = '{}' where kind = 'create-channel'");
      bed.declare("Another one");
      bed.work();

      assertThat(bed.exists("inc-2-another-one")).isTrue();
      assertThat(bed.parked(incident)).extracting("kind").containsExactly("create-channel");
      assertThat(bed.posts("incidents")).as("announced without a channel").hasSize(2);
    }
  }

  @Test
  void twoRelaysDoEverythingOnce() {
    try (var bed = new Bed();
        var one = bed.relay();
        var other = bed.relay()) {
      one.start();
      other.start();
      List<String> titles = List.of("one", "two", "three", "four", "five");
      titles.forEach(bed::declare);
      bed.workUntil(() -> bed.count("DONE") == 6 * titles.size());

      for (int i = 0; i < titles.size(); i++) {
        assertThat(bed.posts("inc-" + (i + 1) + "-" + titles.get(i))).hasSize(1);
      }
      assertThat(bed.posts("incidents")).hasSize(titles.size());
    }
  }

  private static Set<String> without(Settings settings, String scope) {
    var scopes = new HashSet<>(settings.scopes());
    scopes.remove(scope);
    return scopes;
  }
}
