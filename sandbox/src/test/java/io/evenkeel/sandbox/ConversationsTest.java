package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.ConversationType;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversationsTest extends SandboxTest {

  @Test
  void aNewChannelHasTheBotAsCreatorAndMember() throws Exception {
    var channel = slack.conversationsCreate(r -> r.name("inc-1-api-down")).getChannel();

    assertThat(channel.getCreator()).isEqualTo("U0EVENKEEL");
    assertThat(channel.isMember()).isTrue();
    assertThat(channel.getNameNormalized()).isEqualTo("inc-1-api-down");
    var found =
        slack.usersConversations(
            r -> r.types(List.of(ConversationType.PUBLIC_CHANNEL)).excludeArchived(true));
    assertThat(found.getChannels()).extracting("id").contains(channel.getId());
  }

  @ParameterizedTest
  @CsvSource({
    "general, name_taken",
    "Inc-1, invalid_name_specials",
    "inc 1, invalid_name_specials",
    "inc.1, invalid_name_specials",
    "'', invalid_name_required",
    "---, invalid_name_punctuation",
  })
  void aBadNameIsRefusedWithSlacksOwnError(String name, String error) throws Exception {
    assertThat(slack.conversationsCreate(r -> r.name(name)).getError()).isEqualTo(error);
  }

  @Test
  void aNameOf81CharactersIsTooLongAndOneOf80IsNot() throws Exception {
    assertThat(slack.conversationsCreate(r -> r.name("a".repeat(81))).getError())
        .isEqualTo("invalid_name_maxlength");
    assertThat(slack.conversationsCreate(r -> r.name("a".repeat(80))).isOk()).isTrue();
  }

  @Test
  void anArchivedChannelKeepsItsNameAndTakesNoPosts() throws Exception {
    String id = create("inc-1");

    assertThat(slack.conversationsArchive(r -> r.channel(id)).isOk()).isTrue();
    assertThat(slack.conversationsArchive(r -> r.channel(id)).getError())
        .isEqualTo("already_archived");
    assertThat(slack.chatPostMessage(r -> r.channel(id).text("x")).getError())
        .isEqualTo("is_archived");
    assertThat(slack.conversationsCreate(r -> r.name("inc-1")).getError()).isEqualTo("name_taken");
  }

  @Test
  void invitingSaysWhatIsWrongWithEach() throws Exception {
    String id = create("inc-1");

    assertThat(slack.conversationsInvite(r -> r.channel(id).users(List.of("U0ALICE"))).isOk())
        .isTrue();
    assertThat(invite(id, "U0ALICE")).isEqualTo("already_in_channel");
    assertThat(invite(id, "U0NOBODY")).isEqualTo("user_not_found");
    assertThat(invite(id, "U0EVENKEEL")).isEqualTo("cant_invite_self");
    assertThat(invite("C0RANDOM", "U0BOB")).isEqualTo("not_in_channel");
    assertThat(invite("C0NONE", "U0BOB")).isEqualTo("channel_not_found");
    assertThat(slack.conversationsMembers(r -> r.channel(id)).getMembers())
        .containsExactly("U0EVENKEEL", "U0ALICE");
  }

  @Test
  void aTopicLeavesALineAndAnEqualOneDoesNot() throws Exception {
    String id = create("inc-1");
    slack.conversationsSetTopic(r -> r.channel(id).topic("db & api"));
    slack.conversationsSetTopic(r -> r.channel(id).topic("db & api"));

    var messages = slack.conversationsHistory(r -> r.channel(id)).getMessages();
    assertThat(messages).extracting("subtype").containsExactly("channel_topic", "channel_join");
    assertThat(slack.conversationsInfo(r -> r.channel(id)).getChannel().getTopic().getValue())
        .isEqualTo("db &amp; api");
    assertThat(slack.conversationsSetTopic(r -> r.channel(id).topic("x".repeat(251))).getError())
        .isEqualTo("too_long");
  }

  @Test
  void historyPagesFromTheNewestAndLeavesRepliesOut() throws Exception {
    String id = create("inc-1");
    String first = post(id, "one");
    String second = post(id, "two");
    slack.chatPostMessage(r -> r.channel(id).threadTs(first).text("reply"));

    var page = slack.conversationsHistory(r -> r.channel(id).limit(1));
    assertThat(page.getMessages()).extracting("text").containsExactly("two");
    assertThat(page.isHasMore()).isTrue();
    String cursor = page.getResponseMetadata().getNextCursor();
    var next = slack.conversationsHistory(r -> r.channel(id).limit(1).cursor(cursor));
    assertThat(next.getMessages()).extracting("text").containsExactly("one");
    assertThat(next.getMessages().getFirst().getReplyCount()).isEqualTo(1);

    var since = slack.conversationsHistory(r -> r.channel(id).oldest(first));
    assertThat(since.getMessages()).extracting("ts").containsExactly(second);
    var from = slack.conversationsHistory(r -> r.channel(id).oldest(first).inclusive(true));
    assertThat(from.getMessages()).extracting("ts").containsExactly(second, first);
    var thread = slack.conversationsReplies(r -> r.channel(id).ts(first));
    assertThat(thread.getMessages()).extracting("text").containsExactly("one", "reply");
    assertThat(slack.conversationsReplies(r -> r.channel(id).ts("1.000001")).getError())
        .isEqualTo("thread_not_found");
  }

  @Test
  void aPrivateChannelOfOthersIsNotFound() throws Exception {
    String id = sandbox.actions().createChannel("alice", "secret", true).id();

    assertThat(slack.conversationsInfo(r -> r.channel(id)).getError())
        .isEqualTo("channel_not_found");
    assertThat(slack.conversationsHistory(r -> r.channel("C0RANDOM")).getError())
        .isEqualTo("not_in_channel");
    assertThat(slack.conversationsJoin(r -> r.channel("C0RANDOM")).isOk()).isTrue();
    assertThat(slack.conversationsHistory(r -> r.channel("C0RANDOM")).isOk()).isTrue();
  }

  @Test
  void aDirectConversationIsOpenedOnce() throws Exception {
    String id = slack.conversationsOpen(r -> r.users(List.of("U0BOB"))).getChannel().getId();

    assertThat(id).startsWith("D");
    var again = slack.conversationsOpen(r -> r.users(List.of("U0BOB")));
    assertThat(again.getChannel().getId()).isEqualTo(id);
    assertThat(again.isAlreadyOpen()).isTrue();
    assertThat(slack.chatPostMessage(r -> r.channel("U0BOB").text("hello")).getChannel())
        .isEqualTo(id);
  }

  private String create(String name) throws IOException, com.slack.api.methods.SlackApiException {
    return slack.conversationsCreate(r -> r.name(name)).getChannel().getId();
  }

  private String invite(String channel, String user) throws Exception {
    return slack.conversationsInvite(r -> r.channel(channel).users(List.of(user))).getError();
  }
}
