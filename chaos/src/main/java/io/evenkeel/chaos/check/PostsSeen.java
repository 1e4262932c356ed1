package io.evenkeel.chaos.check;

import io.evenkeel.chaos.check.Tables.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Each post that was done is seen once, where it was recorded; and nothing else of ours is seen.
 */
final class PostsSeen {
  /** Direct messages: what they were to tell may be past by then. */
  private static final String TELL = "tell-";

  /** The effects that leave a message with their key in it. */
  private static final Set<String> POSTS =
      Set.of("post-card", "post-entries", "thread-entries", "announce", "reply-to-announcement");

  private final Tables tables;
  private final Seen seen;
  private final Map<String, List<Seen.Post>> byKey;

  PostsSeen(Tables tables, Seen seen) {
    this.tables = tables;
    this.seen = seen;
    byKey = seen.byKey();
  }

  static boolean isPost(Effect effect) {
    return POSTS.contains(effect.kind()) || effect.kind().startsWith(TELL);
  }

  void check(Consumer<Finding> found) {
    Set<String> known = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (Effect effect : tables.effects()) {
      known.add(effect.key());
      if (effect.file() != null) {
        files.add(effect.file());
      }
      if (isPost(effect)) {
        post(effect, found);
      }
      if (effect.kind().equals("share-postmortem") && effect.done()) {
        file(effect, found);
      }
    }
    for (Seen.Post post : seen.ours()) {
      boolean expected = post.key().isEmpty() ? shares(post, files) : known.contains(post.key());
      if (!expected) {
        found.accept(
            Finding.duplicated(
                "%s %s is a message of ours that no effect stands for (key \"%s\"): %s"
                    .formatted(
                        seen.name(post.channel()),
                        post.where(),
                        post.key(),
                        post.message().text())));
      }
    }
  }

  private static boolean shares(Seen.Post post, Set<String> files) {
    return !post.message().files().isEmpty() && files.containsAll(post.message().files());
  }

  private void post(Effect effect, Consumer<Finding> found) {
    List<Seen.Post> copies = byKey.getOrDefault(effect.key(), List.of());
    if (copies.size() > 1) {
      found.accept(
          Finding.duplicated(
              "%s is seen %d times in %s: %s"
                  .formatted(
                      effect.name(),
                      copies.size(),
                      seen.name(copies.getFirst().channel()),
                      copies.stream().map(Seen.Post::where).toList())));
    }
    if (!effect.done()) {
      return;
    }
    Tables.Thing thing = tables.thing(effect.incident(), purpose(effect));
    if (copies.isEmpty() && thing == null && effect.kind().startsWith(TELL)) {
      // There was nothing left to tell.
      return;
    }
    if (copies.isEmpty()) {
      found.accept(
          Finding.lost(
              "%s is done and is not seen in Slack (%s)".formatted(effect.name(), place(thing))));
    } else if (thing == null) {
      found.accept(
          Finding.lost(
              "%s is done and slack_object does not know where it is (%s)"
                  .formatted(effect.name(), copies.getFirst().where())));
    } else if (copies.stream().noneMatch(copy -> is(copy, thing))) {
      found.accept(
          Finding.lost(
              "%s is seen as %s, but slack_object says %s"
                  .formatted(effect.name(), copies.getFirst().where(), place(thing))));
    }
  }

  private static String purpose(Effect effect) {
    return switch (effect.kind()) {
      case "post-card" -> "card";
      case "announce" -> "announcement";
      default -> "post:" + effect.key();
    };
  }

  private static boolean is(Seen.Post copy, Tables.Thing thing) {
    return copy.channel().equals(thing.channel()) && copy.message().ts().equals(thing.id());
  }

  private String place(Tables.@Nullable Thing thing) {
    return thing == null
        ? "slack_object does not know it"
        : "recorded as " + seen.name(thing.channel()) + " ts " + thing.id();
  }

  private void file(Effect effect, Consumer<Finding> found) {
    String file = effect.file();
    long shares =
        seen.ours().stream().filter(post -> post.message().files().contains(file)).count();
    if (shares == 0) {
      found.accept(
          Finding.lost("%s is done and file %s is not seen".formatted(effect.name(), file)));
    } else if (shares > 1) {
      found.accept(
          Finding.duplicated(
              "%s: file %s is shared %d times".formatted(effect.name(), file, shares)));
    }
  }
}
