package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How often each method may be called in a workspace ("Rate limits" in Slack's documentation).
 *
 * @param perMinute by method
 * @param otherPerMinute for methods that are not listed
 * @param burst so many calls of a method may come at once
 * @param betweenPosts mean distance between posts in one channel
 * @param burstOfPosts so many posts may come at once in one channel
 */
public record Rates(
    Map<String, Integer> perMinute,
    int otherPerMinute,
    int burst,
    Duration betweenPosts,
    int burstOfPosts) {

  static final String POST = "chat.postMessage";

  /** As Slack documents them. */
  public static final Rates SLACK =
      new Rates(
          Map.ofEntries(
              Map.entry("conversations.archive", 20),
              Map.entry("conversations.create", 20),
              Map.entry("conversations.setTopic", 20),
              Map.entry("conversations.list", 20),
              Map.entry("conversations.unarchive", 20),
              Map.entry("pins.add", 20),
              Map.entry("usergroups.list", 20),
              Map.entry("users.list", 20),
              Map.entry("users.info", 100),
              Map.entry("files.getUploadURLExternal", 100),
              Map.entry("files.completeUploadExternal", 100),
              Map.entry("files.info", 100),
              Map.entry("auth.test", 100),
              Map.entry("bookmarks.add", 20),
              Map.entry("bookmarks.list", 20),
              Map.entry("chat.postEphemeral", 100)),
          50,
          5,
          Duration.ofSeconds(1),
          3);

  public Rates {
    perMinute = Map.copyOf(perMinute);
  }

  /** The same, so many times as fast. */
  public Rates times(int factor) {
    return new Rates(
        perMinute.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() * factor)),
        otherPerMinute * factor,
        burst,
        betweenPosts.dividedBy(factor),
        burstOfPosts);
  }

  /**
   * What a call takes.
   *
   * @param place where a post goes: posts are limited per channel, everything else per method
   */
  List<Slot> slots(String method, @Nullable String place) {
    if (method.equals(POST)) {
      return List.of(new Slot(POST + "/" + place, betweenPosts, burstOfPosts));
    }
    int rate = perMinute.getOrDefault(method, otherPerMinute);
    return List.of(new Slot(method, Duration.ofMinutes(1).dividedBy(rate), burst));
  }

  /**
   * What the most frequent effects take, told before what they show is read; empty for all others,
   * and where what they need is not there.
   */
  List<Slot> known(Effect effect, Map<Purpose, SlackObject> objects) {
    return switch (effect) {
      case Effect.PostEntries _, Effect.PostReminder _ -> post(objects.get(Purpose.CHANNEL));
      case Effect.ThreadEntries _, Effect.ThreadTask _ -> post(objects.get(Purpose.CARD));
      case Effect.ReplyToAnnouncement _ -> post(objects.get(Purpose.ANNOUNCEMENT));
      case Effect.RefreshCard _, Effect.RefreshAnnouncement _ -> slots(Edits.METHOD, null);
      case Effect.CreateChannel _,
          Effect.PostCard _,
          Effect.PinCard _,
          Effect.SetTopic _,
          Effect.Invite _,
          Effect.SharePostmortem _,
          Effect.KeepFile _,
          Effect.ArchiveChannel _,
          Effect.UnarchiveChannel _,
          Effect.Announce _,
          Effect.FetchMessage _,
          Effect.AddBookmark _,
          Effect.Greet _,
          Effect.Inform _,
          Effect.Brief _,
          Effect.PostStatement _,
          Effect.AnnounceStatement _,
          Effect.EditPost _,
          Effect.EditReply _,
          Effect.EditBriefs _,
          PageEffect.Call _,
          PageEffect.EditCall _,
          PageEffect.PostPage _,
          PageEffect.RefreshPage _,
          PageEffect.MentionPaged _,
          PageEffect.Ring _,
          Effect.Hook _,
          Effect.Say _,
          Effect.PostAlerts _,
          Effect.RefreshAlerts _,
          Effect.Tell _ ->
          List.of();
    };
  }

  private List<Slot> post(@Nullable SlackObject there) {
    return there == null ? List.of() : slots(POST, there.channel().value());
  }
}
