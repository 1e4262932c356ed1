package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;

/**
 * Keeps a link as a bookmark of the channel. Slack would keep it twice, so the bookmarks are read
 * first: one with that address is as good, whoever made it.
 */
final class AddsBookmark implements Action {
  private static final String READ = "bookmarks.list";
  private static final String WRITE = "bookmarks.add";

  /** Slack's limit for a bookmark's title. */
  private static final int TITLE = 256;

  private final ChannelId channel;
  private final Effect.AddBookmark bookmark;

  AddsBookmark(ChannelId channel, Effect.AddBookmark bookmark) {
    this.channel = channel;
    this.bookmark = bookmark;
  }

  @Override
  public String method() {
    return READ;
  }

  @Override
  public List<String> methods() {
    return List.of(READ, WRITE);
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var kept = attempt.call(READ, slack -> slack.bookmarksList(r -> r.channelId(channel.value())));
    var bookmarks = kept.getBookmarks();
    if (bookmarks == null || bookmarks.stream().noneMatch(one -> same(one.getLink()))) {
      attempt.call(
          WRITE,
          slack ->
              slack.bookmarksAdd(r ->
                  r.channelId(channel.value())
                      .title(
                          bookmark.title().substring(0, Math.min(TITLE, bookmark.title().length())))
                      .type("link")
                      .link(bookmark.url())));
    }
    return Map.of();
  }

  private boolean same(String link) {
    return link != null && link.replace("&amp;", "&").equals(bookmark.url());
  }
}
