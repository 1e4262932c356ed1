package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Visibility;
import io.evenkeel.sandbox.workspace.Message;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeclareTest {
  private final Bed bed = new Bed();

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void theChannelHasItsNameAPinnedCardATopicAndTheDeclarer() {
    bed.declare("API service down");
    bed.work();

    var channel = bed.channel("inc-1-api-service-down");
    var card = bed.posts("inc-1-api-service-down").getFirst();
    assertThat(channel.has("U0ALICE")).isTrue();
    assertThat(channel.pins()).extracting("ts").containsExactly(card.ts());
    assertThat(channel.topic().value())
        .isEqualTo("SEV-1 · investigating · IC alice (acting) · API service down");
    assertThat(String.valueOf(card.blocks()))
        .contains("🔴 INC-1 API service down", "<@U0ALICE> (acting)", "nobody yet", "say:take");
    assertThat(bed.count("DONE")).isEqualTo(6);
  }

  @Test
  void theAnnouncementLinksToTheChannel() {
    bed.declare("API service down");
    bed.work();

    var announcement = bed.posts("incidents").getLast();
    assertThat(String.valueOf(announcement.blocks()))
        .contains("INC-1 API service down", bed.channel("inc-1-api-service-down").id(), "say:join");
  }

  @Test
  void theFirstPostTakesTwoCallsAndAllTheRestAtMostTen() {
    bed.declare("API service down");
    bed.work();

    assertThat(bed.methods()).startsWith("conversations.create", "chat.postMessage");
    assertThat(bed.methods()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void aPrivateIncidentIsAnnouncedNowhereAndItsChannelTellsNothing() {
    bed.declare("payroll leak", Visibility.PRIVATE, null);
    int before = bed.posts("incidents").size();
    bed.work();

    assertThat(bed.channel("inc-1-private").isPrivate()).isTrue();
    assertThat(bed.posts("incidents")).hasSize(before);
  }

  @Test
  void anUpdateIsPostedTheCardIsEditedAndTheAnnouncementGetsAReply() {
    var incident = bed.declare("API service down");
    bed.work();
    bed.say(
        incident,
        new Command.Update("pool *exhausted* <!channel>", null, Duration.ofMinutes(30), false));
    bed.work();

    var posts = bed.posts("inc-1-api-service-down");
    assertThat(posts).hasSize(2);
    assertThat(posts.getFirst().edited()).isNotNull();
    assertThat(String.valueOf(posts.getFirst().blocks())).contains("pool *exhausted* <!channel>");
    assertThat(posts.getLast().text()).doesNotContain("<!channel>");
    assertThat(bed.posts("incidents")).filteredOn(Message::reply).hasSize(1);
  }

  @Test
  void editsOfTheSameMessageAreWrittenOnce() {
    var incident = bed.declare("API service down");
    bed.work();
    for (int i = 0; i < 5; i++) {
      bed.say(incident, new Command.Update("step " + i, null, null, false));
    }
    bed.workUntil(() -> bed.count("READY") == 0);

    assertThat(bed.sandbox.calls().of("chat.update")).hasSizeLessThan(5);
    assertThat(String.valueOf(bed.posts("inc-1-api-service-down").getFirst().blocks()))
        .contains("step 4");
    assertThat(bed.count("SUPERSEDED")).isPositive();
  }

  @Test
  void aResolutionIsBroadcastWithTheHeadOfTheTimeline() {
    var incident = bed.declare("API service down");
    bed.work();
    bed.say(incident, new Command.Resolve("Increased connection pool size"));
    bed.work();

    assertThat(String.valueOf(bed.posts("inc-1-api-service-down").getLast().blocks()))
        .contains("Increased connection pool size", "Timeline: 3 entries, head `");
    assertThat(bed.posts("incidents"))
        .anyMatch(m -> m.reply() && "thread_broadcast".equals(m.subtype()));
    assertThat(bed.channel("inc-1-api-service-down").topic().value()).contains("resolved");
  }

  @Test
  void thePostmortemDraftBecomesAFileInTheChannel() {
    var incident = bed.declare("API service down");
    bed.work();
    bed.say(incident, new Command.SharePostmortem());
    bed.work();

    var shared =
        bed.sandbox.workspace().messages().in(bed.channel("inc-1-api-service-down").id()).stream()
            .filter(m -> !m.files().isEmpty())
            .toList();
    assertThat(shared).hasSize(1);
    assertThat(bed.count("DONE")).isEqualTo(7);
  }

  @Test
  void anyTitleFits() {
    bed.declare("&".repeat(3000), Visibility.PUBLIC, null);
    bed.declare("<!channel> *_~` \u202e emoji 🔥 " + "x".repeat(2900), Visibility.PUBLIC, null);
    bed.work();

    assertThat(bed.count("DONE")).isEqualTo(12);
    assertThat(bed.count("PARKED")).isZero();
  }
}
