package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The sidebar's sections for one person. */
final class Sidebar {

  private final State state;
  private final Directory directory;
  private final Place place;

  Sidebar(State state, Directory directory, Place place) {
    this.state = state;
    this.directory = directory;
    this.place = place;
  }

  List<Section> sections() {
    String me = place.me().id();
    return List.of(
            section("channels", "Channels", c -> !c.isIm() && c.has(me) && shown(c)),
            withApp(section("direct", "Direct messages", c -> c.isIm() && c.has(me))),
            section("more", "More channels", c -> !c.isIm() && !c.has(me) && shown(c)))
        .stream()
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  /** The app is there to be written to, also before the first word. */
  private Section withApp(Section direct) {
    List<Row> rows = new ArrayList<>(direct.rows());
    Who app = directory.app();
    if (rows.stream().noneMatch(row -> app.handle().equals(row.name()))) {
      String href = "/client/@" + app.handle() + "?as=" + place.me().name();
      rows.add(
          new Row(
              app.id(), app.handle(), app.name(), href, false, false, true, false, false, 0, app));
    }
    return new Section(direct.key(), direct.title(), rows);
  }

  /** Archived channels leave the list, but for the one that is open. */
  private boolean shown(Channel channel) {
    return channel.visibleTo(place.me().id())
        && (!channel.isArchived() || channel.id().equals(place.channel().id()));
  }

  private Section section(String key, String title, Predicate<Channel> belongs) {
    List<Row> rows =
        state.channels().stream()
            .filter(belongs)
            .map(this::row)
            .sorted(Comparator.comparing(Row::label))
            .toList();
    return new Section(key, title, rows);
  }

  private Row row(Channel channel) {
    String me = place.me().id();
    Who other = channel.isIm() ? directory.otherIn(channel, me) : null;
    boolean joined = channel.has(me);
    List<Message> unread = joined ? unread(channel) : List.of();
    int count =
        channel.isIm() ? unread.size() : (int) unread.stream().filter(m -> mentions(m, me)).count();
    return new Row(
        channel.id(),
        other == null ? channel.name() : other.handle(),
        other == null ? channel.name() : other.name() + (other.id().equals(me) ? " (you)" : ""),
        Place.address(channel) + "?as=" + place.me().name(),
        channel.isPrivate(),
        channel.isArchived(),
        joined,
        channel.id().equals(place.channel().id()),
        !unread.isEmpty(),
        count,
        other);
  }

  private List<Message> unread(Channel channel) {
    String me = place.me().id();
    String read = state.readUpTo(me, channel.id());
    return state.messagesOf(channel.id()).stream()
        .filter(m -> m.atTopLevel() && m.ts().compareTo(read) > 0 && !m.user().equals(me))
        .filter(m -> m.subtype() == null || m.subtype().equals("thread_broadcast"))
        .toList();
  }

  private static boolean mentions(Message message, String me) {
    String words = message.text() + (message.blocks() == null ? "" : message.blocks());
    return words.contains("<@" + me)
        || words.contains("<!channel")
        || words.contains("<!here")
        || words.contains("<!everyone");
  }
}
