package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Markup;
import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Pin;
import io.evenkeel.sandbox.workspace.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages of one channel as one person sees them, ephemerals among them. */
final class Posts {

  private static final int SHOWN = 300;
  private static final int FACES = 4;
  private static final int EXCERPT = 80;
  private static final double TOGETHER_SECONDS = 300;

  private final State state;
  private final Directory directory;
  private final Place place;
  private final Times times;
  private final Markup markup;
  private final Attachments attachments;

  Posts(State state, Directory directory, Place place, Reader reader) {
    this.state = state;
    this.directory = directory;
    this.place = place;
    this.times = new Times(reader);
    this.markup = new Markup(reader);
    this.attachments = new Attachments(state);
  }

  /** The newest {@value #SHOWN} of what the channel itself shows, oldest first. */
  List<Post> inChannel() {
    List<Message> messages = all().filter(Message::atTopLevel).toList();
    int from = Math.max(0, messages.size() - SHOWN);
    return posts(messages.subList(from, messages.size()).stream(), ephemerals(null));
  }

  /** A parent and its replies, oldest first; empty if there is no such message. */
  List<Post> inThread(String parent) {
    return posts(
        all().filter(m -> m.ts().equals(parent) || parent.equals(m.threadTs())),
        ephemerals(parent));
  }

  private Stream<Message> all() {
    return state.messagesOf(place.channel().id()).stream();
  }

  private Stream<Post> ephemerals(@Nullable String thread) {
    return state.ephemerals().stream()
        .filter(e -> e.channel().equals(place.channel().id()) && e.user().equals(place.me().id()))
        .filter(e -> Objects.equals(e.threadTs(), thread))
        .map(this::post);
  }

  private List<Post> posts(Stream<Message> messages, Stream<Post> ephemerals) {
    List<Post> list =
        Stream.concat(messages.map(this::post), ephemerals)
            .sorted(Comparator.comparing(Post::ts))
            .toList();
    List<Post> grouped = new ArrayList<>();
    Post last = null;
    for (Post post : list) {
      boolean sameDay = last != null && times.sameDay(last.ts(), post.ts());
      boolean compact = last != null && sameDay && continues(last, post);
      grouped.add(post.among(sameDay ? null : times.day(post.ts()), compact));
      last = post;
    }
    return grouped;
  }

  private static boolean continues(Post last, Post post) {
    return last.author().id().equals(post.author().id())
        && !last.line()
        && !post.line()
        && !last.ephemeral()
        && !post.ephemeral()
        && post.pinnedBy() == null
        && post.broadcastOf() == null
        && Double.parseDouble(post.ts()) - Double.parseDouble(last.ts()) < TOGETHER_SECONDS;
  }

  private Post post(Message message) {
    List<Message> replies =
        all().filter(m -> m.reply() && message.ts().equals(m.threadTs())).toList();
    Set<Who> repliers = new LinkedHashSet<>();
    replies.forEach(reply -> repliers.add(directory.who(reply.user())));
    boolean broadcast = message.reply() && message.atTopLevel();
    return new Post(
        place.channel().id(),
        message.ts(),
        message.reply() ? Objects.requireNonNull(message.threadTs()) : message.ts(),
        null,
        times.time(message.ts()),
        times.full(message.ts()),
        times.iso(message.ts()),
        directory.who(message.user()),
        isLine(message) ? lineText(message) : message.text(),
        Plain.maps(message.blocks()),
        Plain.maps(message.attachments()),
        attachments.of(message),
        tallies(message),
        replies.size(),
        repliers.stream().limit(FACES).toList(),
        replies.isEmpty() ? "" : times.recent(replies.getLast().ts()),
        message.edited() != null,
        false,
        false,
        isLine(message),
        pinnedBy(message.ts()),
        broadcast ? message.threadTs() : null,
        broadcast ? excerptOf(message.threadTs()) : "");
  }

  private Post post(Ephemeral ephemeral) {
    return new Post(
        ephemeral.channel(),
        ephemeral.ts(),
        ephemeral.ts(),
        null,
        times.time(ephemeral.ts()),
        times.full(ephemeral.ts()),
        times.iso(ephemeral.ts()),
        directory.who(ephemeral.author()),
        ephemeral.text(),
        Plain.maps(ephemeral.blocks()),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        "",
        false,
        false,
        true,
        false,
        null,
        null,
        "");
  }

  /** The name of who wrote a message. */
  String authorOf(String ts) {
    return all()
        .filter(m -> m.ts().equals(ts))
        .findFirst()
        .map(m -> directory.who(m.user()).name())
        .orElse("somebody");
  }

  /** The first words of a message, as text. */
  String excerptOf(@Nullable String ts) {
    return all()
        .filter(m -> m.ts().equals(ts))
        .findFirst()
        .map(m -> markup.words(m.text()))
        .map(w ->
            w.length() <= EXCERPT ? w : w.substring(0, w.offsetByCodePoints(0, EXCERPT / 2)) + "…")
        .orElse("a message");
  }

  private static boolean isLine(Message message) {
    String subtype = message.subtype();
    return subtype != null
        && (subtype.startsWith("channel_")
            || subtype.startsWith("group_")
            || subtype.equals("pinned_item"));
  }

  /** The name stands before the line already. */
  private static String lineText(Message message) {
    String name = "<@" + message.user() + ">";
    String text = message.text();
    return text.startsWith(name) ? text.substring(name.length()).stripLeading() : text;
  }

  private @Nullable String pinnedBy(String ts) {
    return place.channel().pins().stream()
        .filter(pin -> pin.ts().equals(ts))
        .map(Pin::user)
        .map(user -> user.equals(place.me().id()) ? "you" : directory.who(user).name())
        .findFirst()
        .orElse(null);
  }

  private List<Post.Tally> tallies(Message message) {
    return message.reactions().stream()
        .map(reaction ->
            new Post.Tally(
                reaction.name(),
                reaction.users().size(),
                reaction.users().contains(place.me().id()),
                String.join(
                        ", ", reaction.users().stream().map(u -> directory.who(u).name()).toList())
                    + " reacted with :"
                    + reaction.name()
                    + ":"))
        .toList();
  }
}
