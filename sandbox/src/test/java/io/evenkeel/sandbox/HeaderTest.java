package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pins, bookmarks and reactions. */
final class HeaderTest extends SandboxTest {

  private static final String GENERAL = "C0GENERAL";

  @Test
  void aMessageIsPinnedOnceAndTheChannelSaysSo() throws Exception {
    String ts = post(GENERAL, "card");

    assertThat(slack.pinsAdd(r -> r.channel(GENERAL).timestamp(ts)).isOk()).isTrue();
    assertThat(slack.pinsAdd(r -> r.channel(GENERAL).timestamp(ts)).getError())
        .isEqualTo("already_pinned");
    assertThat(slack.pinsAdd(r -> r.channel(GENERAL).timestamp("1.000001")).getError())
        .isEqualTo("message_not_found");
    assertThat(slack.pinsAdd(r -> r.channel(GENERAL)).getError()).isEqualTo("no_item_specified");
    var items = slack.pinsList(r -> r.channel(GENERAL)).getItems();
    assertThat(items.getFirst().getMessage().getText()).isEqualTo("card");
    var newest = slack.conversationsHistory(r -> r.channel(GENERAL).limit(1)).getMessages();
    assertThat(newest.getFirst().getSubtype()).isEqualTo("pinned_item");
    assertThat(slack.pinsRemove(r -> r.channel(GENERAL).timestamp(ts)).isOk()).isTrue();
    assertThat(slack.pinsRemove(r -> r.channel(GENERAL).timestamp(ts)).getError())
        .isEqualTo("no_pin");
  }

  @Test
  void bookmarksAreAddedListedChangedAndRemoved() throws Exception {
    var made =
        slack
            .bookmarksAdd(r ->
                r.channelId(GENERAL)
                    .title("Timeline")
                    .type("link")
                    .link("https://example.com/1")
                    .emoji(":clock1:"))
            .getBookmark();

    assertThat(made.getId()).startsWith("Bk");
    slack.bookmarksEdit(
        r -> r.channelId(GENERAL).bookmarkId(made.getId()).link("https://example.com/2"));
    assertThat(slack.bookmarksList(r -> r.channelId(GENERAL)).getBookmarks())
        .extracting("link")
        .containsExactly("https://example.com/2");
    assertThat(add("link", "ftp://example.com")).isEqualTo("invalid_link");
    assertThat(add("video", "https://example.com")).isEqualTo("invalid_bookmark_type");
    assertThat(slack.bookmarksRemove(r -> r.channelId(GENERAL).bookmarkId(made.getId())).isOk())
        .isTrue();
    assertThat(slack.bookmarksList(r -> r.channelId(GENERAL)).getBookmarks()).isEmpty();
  }

  private String add(String type, String link) throws Exception {
    return slack
        .bookmarksAdd(r -> r.channelId(GENERAL).title("t").type(type).link(link))
        .getError();
  }

  @Test
  void aReactionIsThereOncePerPerson() throws Exception {
    String ts = post(GENERAL, "done");
    sandbox.actions().react("alice", "general", ts, "eyes", false);

    assertThat(react(ts, "eyes")).isNull();
    assertThat(react(ts, "eyes")).isEqualTo("already_reacted");
    assertThat(react(ts, "No Emoji")).isEqualTo("invalid_name");
    var got = slack.reactionsGet(r -> r.channel(GENERAL).timestamp(ts)).getMessage();
    assertThat(got.getReactions().getFirst().getUsers()).containsExactly("U0ALICE", "U0EVENKEEL");
  }

  private String react(String ts, String name) throws Exception {
    return slack.reactionsAdd(r -> r.channel(GENERAL).timestamp(ts).name(name)).getError();
  }
}
