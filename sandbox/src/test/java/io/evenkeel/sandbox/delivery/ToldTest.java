package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Slack refuses for good: who is told, and what happens once it is mended. */
final class ToldTest {
  private static final String CHANNEL = "inc-1-api-service-down";
  private static final Person GHOST = new Person(new PersonId("U0GHOST"), "ghost");

  private static String text(Message message) {
    return message.text() + " " + message.blocks();
  }

  private static Command.Update update(String text) {
    return new Command.Update(text, null, null, true);
  }

  /** Until nothing is left but what is parked. */
  private static void settle(Bed bed) {
    bed.workUntil(() -> bed.count("READY") + bed.count("UNKNOWN") + bed.count("SENDING") == 0);
  }

  private static void archived(Bed bed, String channel, boolean archived) {
    bed.sandbox.workspace().lines().archive(bed.channel(channel).id(), "U0BOB", archived);
  }

  @Test
  void theCommanderReadsTheReasonTheMendAndFindsAButton() {
    try (var bed = new Bed(settings -> without(settings, "pins:write"))) {
      bed.declare("API service down");
      settle(bed);

      assertThat(bed.told(Bed.ALICE)).hasSize(1);
      assertThat(text(bed.told(Bed.ALICE).getFirst()))
          .contains("One thing could not be done in Slack")
          .contains("*The card's pin*. Slack says missing_scope. Install the app again")
          .contains("retry --incident-id INC-1")
          .contains("<#" + bed.channel(CHANNEL).id() + ">");
      assertThat(bed.told(Bed.BOB)).isEmpty();
    }
  }

  @Test
  void inAnArchivedChannelManyThingsAreOneMessageAndAfterAMendComeInOrder() {
    try (var bed = new Bed()) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);
      archived(bed, CHANNEL, true);
      for (String text : List.of("one", "two", "three")) {
        bed.say(incident, update(text));
        bed.work();
      }
      settle(bed);
      bed.say(incident, update("four"));
      settle(bed);

      assertThat(bed.told(Bed.ALICE)).as("never a flood").hasSize(1);
      assertThat(text(bed.told(Bed.ALICE).getFirst()))
          .contains("Slack says is_archived. Unarchive the incident's channel.");

      archived(bed, CHANNEL, false);
      assertThat(bed.retry(incident).recorded()).isTrue();
      settle(bed);

      assertThat(bed.parked(incident)).isEmpty();
      assertThat(bed.posts(CHANNEL).stream().skip(1).map(Message::text))
          .hasSize(4)
          .satisfiesExactly(
              post -> assertThat(post).endsWith("one"),
              post -> assertThat(post).endsWith("two"),
              post -> assertThat(post).endsWith("three"),
              post -> assertThat(post).endsWith("four"));
      assertThat(text(bed.posts(CHANNEL).getFirst())).doesNotContain("Not done");
      assertThat(bed.told(Bed.ALICE)).hasSize(1);
      assertThat(bed.retry(incident).words().toString()).contains("Nothing of ");
    }
  }

  @Test
  void aBotThatWasKickedSaysHowToLetItInAgainAndToldTwiceWhenThatDidNotHappen() {
    try (var bed = new Bed()) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);
      var bot = bed.sandbox.workspace().bot().id();
      bed.sandbox.workspace().lines().leave(bed.channel(CHANNEL).id(), bot);
      bed.say(incident, update("one"));
      settle(bed);
      assertThat(text(bed.told(Bed.ALICE).getFirst()))
          .contains("Slack says not_in_channel. Invite Evenkeel: type /invite @Evenkeel");

      bed.retry(incident);
      settle(bed);
      assertThat(bed.told(Bed.ALICE)).as("tried, and refused again").hasSize(2);

      bed.sandbox.workspace().lines().join(bed.channel(CHANNEL).id(), bot, "U0BOB");
      bed.retry(incident);
      settle(bed);
      assertThat(bed.parked(incident)).isEmpty();
      assertThat(bed.posts(CHANNEL)).hasSize(2);
    }
  }

  @Test
  void withoutItsChannelAnIncidentIsAnnouncedAndItsCommanderTold() {
    try (var bed = new Bed(settings -> without(settings, "channels:manage"))) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);

      assertThat(bed.posts("incidents")).hasSize(1);
      assertThat(bed.told(Bed.ALICE)).hasSize(1);
      assertThat(text(bed.told(Bed.ALICE).getFirst()))
          .contains("*The incident's channel*. Slack says missing_scope.")
          .contains("more things wait for this");
      assertThat(bed.parked(incident)).extracting("kind").containsExactly("create-channel");
    }
  }

  @Test
  void aCommanderWhoCannotBeReachedIsReplacedByWhoeverDeclared() {
    try (var bed = new Bed()) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);
      bed.say(
          incident,
          new RoleCommand.Assign(
              List.of(new RoleCommand.Assignment(Role.INCIDENT_COMMANDER, GHOST)), null));
      settle(bed);

      assertThat(bed.told(Bed.ALICE)).hasSize(1);
      assertThat(text(bed.told(Bed.ALICE).getFirst())).contains("*An invitation*. Slack says user");
    }
  }

  @Test
  void aNoticeThatReachesNobodyStaysQuietAndStandsOnTheCard() {
    try (var bed = new Bed(settings -> without(settings, "pins:write", "im:write"))) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);

      assertThat(bed.parked(incident))
          .extracting("kind")
          .containsExactlyInAnyOrder("pin-card", "tell-parked");
      assertThat(bed.sandbox.calls().of("conversations.open")).hasSize(1);
      assertThat(text(bed.posts(CHANNEL).getFirst()))
          .contains("The card's pin", "The direct message about what could not be done");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "ERROR_APPLIED", "DROP", "DROP_APPLIED"})
  void aNoticeOfUnknownOutcomeIsSeenOnce(Kind kind) {
    try (var bed = new Bed(settings -> without(settings, "pins:write"))) {
      bed.declare("API service down");
      bed.sql(
          "insert into effect_stream (id, incident, due_at, lease_until)"
              + " values ('INC-1/direct', 1, 'infinity', 'infinity')");
      bed.work();
      bed.sandbox.faults().add(Fault.once("chat.postMessage", kind));
      bed.sql("update effect_stream set lease_until = '-infinity' where id = 'INC-1/direct'");
      settle(bed);

      assertThat(bed.told(Bed.ALICE)).hasSize(1);
      assertThat(bed.count("PARKED")).isEqualTo(1);
    }
  }

  @Test
  void aNoticeComesToNothingWhenSomebodyWasFaster() {
    try (var bed = new Bed()) {
      IncidentNumber incident = bed.declare("API service down");
      settle(bed);
      bed.sql(
          "insert into effect_stream (id, incident, due_at, lease_until)"
              + " values ('INC-1/direct', 1, 'infinity', 'infinity')");
      archived(bed, CHANNEL, true);
      bed.say(incident, update("one"));
      bed.work();
      archived(bed, CHANNEL, false);
      bed.retry(incident);
      bed.work();
      bed.sql("update effect_stream set lease_until = '-infinity' where id = 'INC-1/direct'");
      settle(bed);

      assertThat(bed.told(Bed.ALICE)).isEmpty();
      assertThat(bed.count("PARKED")).isZero();
    }
  }

  private static Settings without(Settings settings, String... scopes) {
    Set<String> left = new HashSet<>(settings.scopes());
    left.removeAll(Arrays.asList(scopes));
    return settings.withScopes(left);
  }
}
