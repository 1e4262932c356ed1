package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * A conversation: a public or private channel, or a direct message.
 *
 * @param id {@code C…}, or {@code D…} for a direct message
 * @param name without {@code #}; empty for a direct message
 * @param creator who made it
 * @param created seconds since the epoch
 * @param members user ids in the order they came
 */
public record Channel(
    String id,
    String name,
    boolean isPrivate,
    boolean isArchived,
    boolean isIm,
    String creator,
    long created,
    List<String> members,
    Note topic,
    Note purpose,
    List<String> previousNames,
    List<Pin> pins,
    List<Bookmark> bookmarks) {

  public Channel {
    members = List.copyOf(members);
    previousNames = List.copyOf(previousNames);
    pins = List.copyOf(pins);
    bookmarks = List.copyOf(bookmarks);
  }

  /** Whether this person is in it. */
  public boolean has(String user) {
    return members.contains(user);
  }

  /** Whether this person may see it: members always, everybody if it is public. */
  public boolean visibleTo(String user) {
    return has(user) || (!isPrivate && !isIm);
  }

  Channel withMember(String user) {
    return withMembers(plus(members, user));
  }

  Channel withoutMember(String user) {
    return withMembers(members.stream().filter(m -> !m.equals(user)).toList());
  }

  private Channel withMembers(List<String> next) {
    return copy(name, isArchived, next, topic, previousNames, pins, bookmarks);
  }

  Channel withTopic(Note next) {
    return copy(name, isArchived, members, next, previousNames, pins, bookmarks);
  }

  Channel archived(boolean next) {
    return copy(name, next, members, topic, previousNames, pins, bookmarks);
  }

  Channel renamed(String next) {
    return copy(next, isArchived, members, topic, plus(previousNames, name), pins, bookmarks);
  }

  Channel withPins(List<Pin> next) {
    return copy(name, isArchived, members, topic, previousNames, next, bookmarks);
  }

  Channel withBookmarks(List<Bookmark> next) {
    return copy(name, isArchived, members, topic, previousNames, pins, next);
  }

  /** The same channel with these parts; the rest of it never changes. */
  private Channel copy(
      String name,
      boolean isArchived,
      List<String> members,
      Note topic,
      List<String> previousNames,
      List<Pin> pins,
      List<Bookmark> bookmarks) {
    return new Channel(
        id,
        name,
        isPrivate,
        isArchived,
        isIm,
        creator,
        created,
        members,
        topic,
        purpose,
        previousNames,
        pins,
        bookmarks);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> next = new ArrayList<>(list);
    next.add(item);
    return next;
  }
}
