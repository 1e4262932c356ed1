package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChatTest extends SandboxTest {

  private static final String GENERAL = "C0GENERAL";

  @Test
  void metadataComesBackOnlyWhenAskedFor() throws Exception {
    slack.chatPostMessage(r ->
        r.channel(GENERAL)
            .text("done")
            .metadata(
                Message.Metadata.builder()
                    .eventType("evenkeel_effect")
                    .eventPayload(Map.of("key", "k1"))
                    .build()));

    var plain = slack.conversationsHistory(r -> r.channel(GENERAL).limit(1)).getMessages();
    assertThat(plain.getFirst().getMetadata()).isNull();
    var full =
        slack.conversationsHistory(r -> r.channel(GENERAL).limit(1).includeAllMetadata(true));
    assertThat(full.getMessages().getFirst().getMetadata().getEventPayload())
        .containsEntry("key", "k1");
  }

  @Test
  void strayMarkupIsEscapedAndReferencesAreKept() throws Exception {
    var message =
        slack
            .chatPostMessage(r -> r.channel(GENERAL).text("a < b & <@U0BOB> &lt;!channel&gt;"))
            .getMessage();

    assertThat(message.getText()).isEqualTo("a &lt; b &amp; <@U0BOB> &lt;!channel&gt;");
  }

  @Test
  void aPostNeedsWordsAPlaceAndMembership() throws Exception {
    assertThat(slack.chatPostMessage(r -> r.channel(GENERAL)).getError()).isEqualTo("no_text");
    assertThat(slack.chatPostMessage(r -> r.channel("C0NONE").text("x")).getError())
        .isEqualTo("channel_not_found");
    assertThat(slack.chatPostMessage(r -> r.channel("C0RANDOM").text("x")).getError())
        .isEqualTo("not_in_channel");
    assertThat(slack.chatPostMessage(r -> r.channel(GENERAL).blocksAsString("{")).getError())
        .isEqualTo("invalid_blocks_format");
  }

  @Test
  void aLongPostIsCutAndALongUpdateRefused() throws Exception {
    var post = slack.chatPostMessage(r -> r.channel(GENERAL).text("x".repeat(40_001)));
    assertThat(post.getMessage().getText()).hasSize(40_000);
    assertThat(post.getWarning()).isEqualTo("message_truncated");

    var update = slack.chatUpdate(r -> r.channel(GENERAL).ts(post.getTs()).text("x".repeat(4_001)));
    assertThat(update.getError()).isEqualTo("msg_too_long");
  }

  @Test
  void onlyTheAuthorMayChangeAMessage() throws Exception {
    String own = post(GENERAL, "first");
    String foreign = sandbox.actions().message("alice", "general", "hello", null).ts();

    var changed = slack.chatUpdate(r -> r.channel(GENERAL).ts(own).text("second"));
    assertThat(changed.getMessage().getText()).isEqualTo("second");
    assertThat(changed.getMessage().getEdited().getUser()).isEqualTo("U0EVENKEEL");
    assertThat(slack.chatUpdate(r -> r.channel(GENERAL).ts(foreign).text("x")).getError())
        .isEqualTo("cant_update_message");
    assertThat(slack.chatDelete(r -> r.channel(GENERAL).ts(foreign)).getError())
        .isEqualTo("cant_delete_message");
    assertThat(slack.chatUpdate(r -> r.channel(GENERAL).ts("1.000001").text("x")).getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void aBroadcastReplyIsInTheChannelToo() throws Exception {
    String parent = post(GENERAL, "announcement");
    slack.chatPostMessage(
        r -> r.channel(GENERAL).threadTs(parent).replyBroadcast(true).text("resolved"));

    var newest = slack.conversationsHistory(r -> r.channel(GENERAL).limit(1)).getMessages();
    assertThat(newest.getFirst().getSubtype()).isEqualTo("thread_broadcast");
    assertThat(newest.getFirst().getThreadTs()).isEqualTo(parent);
  }

  @Test
  void anEphemeralNeedsMembershipAndIsNotInHistory() throws Exception {
    var shown = slack.chatPostEphemeral(r -> r.channel(GENERAL).user("U0BOB").text("psst"));
    assertThat(shown.getMessageTs()).isNotEmpty();
    assertThat(sandbox.workspace().ephemerals().all()).extracting("user").containsExactly("U0BOB");
    assertThat(slack.conversationsHistory(r -> r.channel(GENERAL)).getMessages())
        .extracting("text")
        .doesNotContain("psst");

    String id = slack.conversationsCreate(r -> r.name("inc-1")).getChannel().getId();
    assertThat(slack.chatPostEphemeral(r -> r.channel(id).user("U0BOB").text("x")).getError())
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void timestampsAreUniqueThoughTheClockStandsStill() throws Exception {
    String one = post(GENERAL, "one");
    String two = post(GENERAL, "two");

    assertThat(two).isGreaterThan(one);
    var link = slack.chatGetPermalink(r -> r.channel(GENERAL).messageTs(one));
    assertThat(link.getPermalink())
        .isEqualTo(sandbox.baseUrl() + "archives/C0GENERAL/p" + one.replace(".", ""));
  }
}
