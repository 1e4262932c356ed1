package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Membership;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Status;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Bookmark;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people have at hand in the channel: bookmarks, the topic, and a word for who joins. */
final class AtHandTest {
  private static final String ROOM = "inc-1-api-service-down";
  private static final String GRAPH = "https://grafana.example.org/d/api?a=1&b=2";

  private final Bed bed = new Bed(Bed.HASTY);

  @AfterEach
  void close() {
    bed.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_APPLIED", "DROP", "RATELIMITED"})
  void aLinkIsOneBookmarkWhateverSlackDoes(Kind fault) {
    var incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    bed.sandbox.faults().add(Fault.once("bookmarks.add", fault));

    bed.say(incident, new Command.KeepLink(GRAPH, "API <dashboard> & more"));
    bed.workUntil(bed::settled);

    assertThat(bed.channel(ROOM).bookmarks())
        .extracting(Bookmark::title, Bookmark::link)
        .containsExactly(tuple("API <dashboard> & more", GRAPH));
    assertThat(String.valueOf(bed.posts(ROOM).getFirst().blocks())).contains(GRAPH);
  }

  @Test
  void aBookmarkThatSomebodyMadeIsAsGood() throws Exception {
    var incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    bed.slack
        .methods(Settings.BOT_TOKEN)
        .bookmarksAdd(
            r -> r.channelId(bed.channel(ROOM).id()).title("Graph").type("link").link(GRAPH));

    bed.say(incident, new Command.KeepLink(GRAPH, "API dashboard"));
    bed.workUntil(bed::settled);

    assertThat(bed.channel(ROOM).bookmarks()).extracting(Bookmark::title).containsExactly("Graph");
  }

  @Test
  void theTopicKeepsWhatPeopleHaveAdded() {
    var incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    String ours = bed.channel(ROOM).topic().value();
    bed.sandbox.actions().topic("alice", ROOM, ours + " | status page: see #general & ask bob");

    bed.say(incident, new Command.ChangeStatus(Status.IDENTIFIED, null));
    bed.workUntil(bed::settled);

    assertThat(topic())
        .startsWith("SEV-1 · identified · IC alice (acting) · API service down | status page: see")
        .endsWith("& ask bob");
    bed.say(incident, new Command.ChangeStatus(Status.MONITORING, null));
    bed.workUntil(bed::settled);
    assertThat(topic())
        .startsWith("SEV-1 · monitoring · IC alice (acting) · API service down | status page: see")
        .endsWith("& ask bob")
        .doesNotContain("identified");
  }

  @Test
  void aTopicThatPeopleWroteAnewStandsAfterOurs() {
    var incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    bed.sandbox.actions().topic("alice", ROOM, "War room. Be kind.");

    bed.say(incident, new Command.ChangeStatus(Status.IDENTIFIED, null));
    bed.workUntil(bed::settled);

    assertThat(topic())
        .isEqualTo(
            "SEV-1 · identified · IC alice (acting) · API service down | War room. Be kind.");
  }

  private String topic() {
    return bed.channel(ROOM).topic().value().replace("&amp;", "&");
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_APPLIED", "RATELIMITED"})
  void whoeverJoinsIsGreetedOnceAndAloneWhateverSlackDoes(Kind fault) {
    bed.declare("API service down");
    bed.workUntil(bed::settled);
    bed.sandbox.actions().join("bob", ROOM);
    bed.sandbox.faults().add(Fault.once("chat.postEphemeral", fault));

    joined("U0BOB", "Ev1");
    joined("U0BOB", "Ev1");
    bed.workUntil(bed::settled);

    var seen = bed.sandbox.workspace().ephemerals().all();
    assertThat(seen).extracting("user").containsExactly("U0BOB");
    assertThat(String.valueOf(seen.getFirst().blocks()))
        .contains("INC-1 API service down", "<@U0ALICE> is acting commander", "no update yet");
  }

  @Test
  void whoDeclaredItIsNotGreetedAndNobodyIsWhenItIsOver() {
    var incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    joined("U0ALICE", "Ev1");
    bed.say(incident, new Command.Resolve("done"));
    joined("U0BOB", "Ev2");
    bed.workUntil(bed::settled);

    assertThat(bed.sandbox.workspace().ephemerals().all()).isEmpty();
    assertThat(bed.methods()).doesNotContain("chat.postEphemeral");
  }

  private void joined(String person, String event) {
    var change =
        new Membership(
            new ChannelId(bed.channel(ROOM).id()),
            new PersonId(person),
            true,
            Instant.parse("2026-11-21T14:40:00Z"));
    new Insiders(bed.database).told(InboxKey.event(event, person), change, Bed.now());
  }
}
