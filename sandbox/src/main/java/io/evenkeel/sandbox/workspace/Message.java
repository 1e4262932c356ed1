package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message in a conversation.
 *
 * @param ts unique in the workspace, {@code seconds.micros}; also the time of posting
 * @param threadTs the parent's {@code ts} for a reply and for a parent that has replies
 * @param text as Slack stores it: {@code & < >} escaped, mentions as {@code <@U…>}
 * @param blocks Block Kit as it was sent, or null
 * @param files ids of the files shared with it
 * @param subtype Slack's, such as {@code channel_join}, {@code thread_broadcast}; null for an
 *     ordinary message
 * @param details what else the subtype carries ({@code topic}, {@code inviter}, …), or null
 */
public record Message(
    String ts,
    @Nullable String threadTs,
    String user,
    String text,
    @Nullable JsonNode blocks,
    @Nullable JsonNode attachments,
    @Nullable JsonNode metadata,
    List<Reaction> reactions,
    @Nullable Edited edited,
    List<String> files,
    @Nullable String subtype,
    @Nullable JsonNode details) {

  public Message {
    reactions = List.copyOf(reactions);
    files = List.copyOf(files);
  }

  /** Whether it stands in a thread and not at the channel's top level. */
  public boolean reply() {
    return threadTs != null && !threadTs.equals(ts);
  }

  /** Whether the channel itself shows it: everything but replies that were not broadcast. */
  public boolean atTopLevel() {
    return !reply() || "thread_broadcast".equals(subtype);
  }

  Message inThread(String parentTs) {
    return new Message(
        ts,
        parentTs,
        user,
        text,
        blocks,
        attachments,
        metadata,
        reactions,
        edited,
        files,
        subtype,
        details);
  }

  Message withReactions(List<Reaction> next) {
    return new Message(
        ts,
        threadTs,
        user,
        text,
        blocks,
        attachments,
        metadata,
        next,
        edited,
        files,
        subtype,
        details);
  }

  Message withFiles(List<String> next) {
    return new Message(
        ts,
        threadTs,
        user,
        text,
        blocks,
        attachments,
        metadata,
        reactions,
        edited,
        next,
        subtype,
        details);
  }

  Message rewritten(Draft draft, @Nullable JsonNode nextMetadata, Edited by) {
    return new Message(
        ts,
        threadTs,
        user,
        draft.text(),
        draft.blocks(),
        draft.attachments(),
        nextMetadata,
        reactions,
        by,
        files,
        subtype,
        details);
  }

  Message reacted(String user, String name) {
    List<Reaction> next = new ArrayList<>();
    boolean found = false;
    for (Reaction reaction : reactions) {
      if (reaction.name().equals(name)) {
        List<String> users = new ArrayList<>(reaction.users());
        users.add(user);
        next.add(new Reaction(name, users));
        found = true;
      } else {
        next.add(reaction);
      }
    }
    if (!found) {
      next.add(new Reaction(name, List.of(user)));
    }
    return withReactions(next);
  }

  Message unreacted(String user, String name) {
    List<Reaction> next = new ArrayList<>();
    for (Reaction reaction : reactions) {
      List<String> users = new ArrayList<>(reaction.users());
      if (reaction.name().equals(name)) {
        users.remove(user);
      }
      if (!users.isEmpty()) {
        next.add(new Reaction(reaction.name(), users));
      }
    }
    return withReactions(next);
  }

  /** Whether this person has put this emoji under it. */
  public boolean hasReaction(String user, String name) {
    return reactions.stream().anyMatch(r -> r.name().equals(name) && r.users().contains(user));
  }
}
