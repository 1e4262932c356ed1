package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Markup;
import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what one person sees at one place. */
final class Screens {

  private final AppMenu menu;

  Screens(AppMenu menu) {
    this.menu = menu;
  }

  Screen screen(State state, Directory directory, Reader reader, Place place, @Nullable Home home) {
    Posts posts = new Posts(state, directory, place, reader);
    return new Screen(
        menu,
        directory.who(place.me().id()),
        directory.humans(),
        directory.app(),
        new Sidebar(state, directory, place).sections(),
        head(directory, reader, place, posts),
        posts.inChannel(),
        composer(directory, place, null),
        thread(directory, place, posts),
        Modals.of(state, place.me().id()),
        place.base(),
        live(place),
        newest(state, place),
        place.listOnly(),
        home);
  }

  private static Head head(Directory directory, Reader reader, Place place, Posts posts) {
    Channel channel = place.channel();
    String me = place.me().id();
    Who other = channel.isIm() ? directory.otherIn(channel, me) : null;
    Markup markup = new Markup(reader);
    List<Head.PinnedPost> pins =
        channel.pins().stream()
            .map(pin ->
                new Head.PinnedPost(
                    pin.ts(),
                    posts.authorOf(pin.ts()),
                    pin.user().equals(me) ? "you" : directory.who(pin.user()).name(),
                    posts.excerptOf(pin.ts())))
            .toList();
    String label = other == null ? "#" + channel.name() : other.name();
    return new Head(
        channel.id(),
        other == null ? channel.name() : other.name(),
        label,
        channel.topic().value(),
        beginning(channel, label, markup),
        channel.isPrivate() && !channel.isIm(),
        channel.isIm(),
        other,
        channel.members().stream().map(directory::who).toList(),
        pins,
        channel.bookmarks());
  }

  private static String beginning(Channel channel, String label, Markup markup) {
    if (channel.isIm()) {
      return "This conversation is just between you and " + label + ".";
    }
    String purpose = markup.words(channel.purpose().value());
    return "This is the very beginning of the "
        + label
        + " channel."
        + (purpose.isEmpty() ? "" : " " + purpose);
  }

  private static Screen.@Nullable Panel thread(Directory directory, Place place, Posts posts) {
    String ts = place.threadTs();
    if (ts == null) {
      return null;
    }
    List<Post> replies = posts.inThread(ts);
    if (replies.isEmpty()) {
      return null;
    }
    int count = (int) replies.stream().filter(p -> !p.ephemeral()).count() - 1;
    return new Screen.Panel(ts, count, replies, composer(directory, place, ts));
  }

  private static Composer composer(Directory directory, Place place, @Nullable String threadTs) {
    Channel channel = place.channel();
    String me = place.me().id();
    String name = channel.isIm() ? directory.otherIn(channel, me).name() : "#" + channel.name();
    String closed = null;
    if (channel.isArchived()) {
      closed = "You are viewing " + name + ", an archived channel.";
    } else if (!channel.has(me)) {
      closed = "You are viewing " + name + ".";
    }
    return new Composer(
        channel.id() + (threadTs == null ? "" : "-" + threadTs),
        channel.id(),
        threadTs,
        threadTs == null ? "Message " + name : "Reply\u2026",
        closed,
        closed != null && !channel.isArchived() && threadTs == null);
  }

  private static String live(Place place) {
    String thread = place.threadTs() == null ? "" : "&thread=" + place.threadTs();
    String list = place.listOnly() ? "&list=1" : "";
    String home = place.home() ? "&home=1" : "";
    return "/ui/app?as=%s&channel=%s%s%s%s"
        .formatted(place.me().name(), place.channel().id(), thread, list, home);
  }

  /** The newest message if this person has not read it, else empty. */
  private static String newest(State state, Place place) {
    String me = place.me().id();
    List<Message> messages =
        state.messagesOf(place.channel().id()).stream().filter(Message::atTopLevel).toList();
    if (messages.isEmpty() || !place.channel().has(me)) {
      return "";
    }
    String newest = messages.getLast().ts();
    return newest.compareTo(state.readUpTo(me, place.channel().id())) > 0 ? newest : "";
  }
}
