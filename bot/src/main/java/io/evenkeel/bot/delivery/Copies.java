package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Doubtful;
import io.evenkeel.persistence.delivery.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds second copies of posts and files. */
final class Copies {
  private Copies() {}

  /** A message that is one too many. */
  record Copy(Doubtful of, ChannelId channel, String ts) {}

  /**
   * All that stand where they could have landed.
   *
   * @throws SlackFault when not every page could be read
   */
  static List<Copy> of(Sweep sweep, Transcript.Pages pages) throws SlackFault {
    Map<Transcript, List<Doubtful>> places =
        sweep.doubtful().stream()
            .collect(
                Collectors.groupingBy(one -> new Transcript(one.kept().channel(), one.thread())));
    List<Copy> copies = new ArrayList<>();
    for (var place : places.entrySet()) {
      ChannelId channel = place.getKey().channel();
      place
          .getKey()
          .find(
              pages,
              sweep.since(),
              message -> {
                place.getValue().stream()
                    .filter(one -> isCopy(message, one))
                    .forEach(one -> copies.add(new Copy(one, channel, Post.ts(message))));
                return false;
              });
    }
    return copies;
  }

  /**
   * @param message as Slack's history shows it, with its metadata
   */
  static boolean isCopy(JsonNode message, Doubtful post) {
    String kept = post.kept().id();
    if (Post.key(message).equals(post.key())) {
      return !Post.ts(message).equals(kept);
    }
    String files = post.notes().getOrDefault(SharesPostmortem.FILES, "");
    for (String file : files.split(" ")) {
      if (!file.isEmpty() && !file.equals(kept) && Looks.shares(message, file)) {
        return true;
      }
    }
    return false;
  }
}
