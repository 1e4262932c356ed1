package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The conversations. What a change says in the channel is {@link ChannelLines}' matter. */
public final class Channels {

  private final Guard guard;
  private final Ids ids;
  private final Map<String, Channel> byId = new LinkedHashMap<>();

  Channels(Guard guard, Ids ids) {
    this.guard = guard;
    this.ids = ids;
  }

  /** All conversations, direct messages included, in the order they were made. */
  public List<Channel> all() {
    return guard.locked(() -> List.copyOf(byId.values()));
  }

  public Optional<Channel> byId(String id) {
    return guard.locked(() -> Optional.ofNullable(byId.get(id)));
  }

  /** By id or by name, with or without {@code #}. */
  public Optional<Channel> find(String idOrName) {
    String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
    return byId(name)
        .or(() -> all().stream().filter(c -> !c.isIm() && c.name().equals(name)).findFirst());
  }

  /** The direct conversation of two, made if there is none yet. */
  public Channel direct(String one, String other) {
    return guard.locked(() ->
        byId.values().stream()
            .filter(c -> c.isIm() && c.has(one) && c.has(other))
            .findFirst()
            .orElseGet(() -> {
              Channel made = blank("D0", "", true, true, one).withMember(one).withMember(other);
              byId.put(made.id(), made);
              guard.tell(new Change.Created(made));
              return made;
            }));
  }

  Channel create(String name, boolean isPrivate, String creator) {
    Channel made = blank("C0", name, isPrivate, false, creator);
    byId.put(made.id(), made);
    guard.tell(new Change.Created(made));
    return made;
  }

  Channel seed(String id, String name, List<Person> members, String creator) {
    Channel made = made(id, name, false, false, creator, members.stream().map(Person::id).toList());
    byId.put(id, made);
    return made;
  }

  private Channel blank(
      String prefix, String name, boolean isPrivate, boolean isIm, String creator) {
    return made(ids.id(prefix), name, isPrivate && !isIm, isIm, creator, List.of());
  }

  private Channel made(
      String id,
      String name,
      boolean isPrivate,
      boolean isIm,
      String creator,
      List<String> members) {
    return new Channel(
        id,
        name,
        isPrivate,
        false,
        isIm,
        creator,
        ids.seconds(),
        members,
        Note.NONE,
        Note.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  /** The channel as it is now. */
  Channel get(String id) {
    Channel channel = byId.get(id);
    if (channel == null) {
      throw new IllegalArgumentException("no conversation " + id);
    }
    return channel;
  }

  Channel change(String id, UnaryOperator<Channel> change) {
    Channel next = change.apply(get(id));
    byId.put(id, next);
    return next;
  }

  /** Pins a message; the caller has checked that it is not pinned. */
  public void pin(String id, Message message, String user) {
    guard.locked(() -> {
      Pin pin = new Pin(message.ts(), user, ids.seconds());
      Channel next = change(id, c -> c.withPins(first(pin, c.pins())));
      guard.tell(new Change.Pinned(next, message, pin));
      return next;
    });
  }

  public void unpin(String id, Message message, String user) {
    guard.locked(() -> {
      Channel next =
          change(
              id,
              c ->
                  c.withPins(c.pins().stream().filter(p -> !p.ts().equals(message.ts())).toList()));
      guard.tell(new Change.Unpinned(next, message, user));
      return next;
    });
  }

  /** Replaces the header's bookmarks. */
  public void bookmarks(String id, UnaryOperator<List<Bookmark>> change) {
    guard.locked(() -> {
      Channel next = change(id, c -> c.withBookmarks(change.apply(new ArrayList<>(c.bookmarks()))));
      guard.tell(new Change.HeaderChanged(next));
      return next;
    });
  }

  private static <T> List<T> first(T item, List<T> rest) {
    List<T> next = new ArrayList<>();
    next.add(item);
    next.addAll(rest);
    return next;
  }

  void load(List<Channel> channels) {
    byId.clear();
    channels.forEach(c -> byId.put(c.id(), c));
  }
}
