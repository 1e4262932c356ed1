package io.evenkeel.sandbox.story;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that anybody can read in the workspace at one moment, and what is new since another.
 */
final class Sight {
  /** Something to read: where it stands, and its words. */
  record Seen(String where, List<String> lines) {}

  private final Map<String, Seen> all = new LinkedHashMap<>();
  private final ReadAloud words;
  private final State state;

  Sight(State state, Instant now) {
    this.state = state;
    words = new ReadAloud(state, now);
    state.ephemerals().forEach(this::only);
    state.views().forEach(this::form);
    var rooms = new TreeMap<String, Channel>();
    state.channels().forEach(channel -> rooms.put(place(channel), channel));
    rooms.values().forEach(this::room);
  }

  /** What is new or reads otherwise than before; of what was there only the lines that are new. */
  List<Seen> since(Sight before) {
    var news = new ArrayList<Seen>();
    all.forEach((key, seen) -> {
      Seen old = before.all.get(key);
      if (old == null) {
        news.add(seen);
      } else if (!old.lines().equals(seen.lines())) {
        news.add(changed(old, seen));
      }
    });
    before.all.forEach((key, seen) -> {
      if (!all.containsKey(key) && !key.startsWith("form ")) {
        news.add(new Seen(seen.where() + ", taken away", List.of(seen.lines().getFirst())));
      }
    });
    return news;
  }

  /**
   * The lines that are new, and those that are gone and have no successor. A form is read whole.
   */
  private static Seen changed(Seen old, Seen seen) {
    if (!seen.lines().getFirst().equals(old.lines().getFirst())
        && seen.where().startsWith("A form")) {
      return seen;
    }
    var lines = new ArrayList<String>();
    seen.lines().stream().filter(line -> !old.lines().contains(line)).forEach(lines::add);
    List<String> begin = lines.stream().map(Sight::first).toList();
    old.lines().stream()
        .filter(line -> !seen.lines().contains(line))
        .filter(line -> !begin.contains(first(line)))
        .forEach(line -> lines.add("(gone) " + line));
    return new Seen(seen.where() + ", changed", lines);
  }

  private static String first(String line) {
    return line.split(" ", 2)[0];
  }

  private void only(Ephemeral one) {
    String who = name(one.user());
    String thread = one.threadTs() == null ? "" : ", in the thread";
    all.put(
        "only " + one.ts(),
        seen("Only " + who + " reads" + thread, words.message(one.text(), one.blocks())));
  }

  private void form(View view) {
    var lines = new ArrayList<String>();
    lines.add("# " + view.content().at("/title/text").asString(""));
    lines.addAll(words.blocks(view.content().path("blocks")));
    view.errors().values().forEach(error -> lines.add("⚠ " + error));
    String submit = view.content().at("/submit/text").asString("");
    lines.add(
        "["
            + (submit.isEmpty() ? "" : submit + "] [")
            + view.content().at("/close/text").asString("Close")
            + "]");
    all.put("form " + view.id(), seen("A form opens for " + name(view.owner()), lines));
  }

  private void room(Channel channel) {
    String place = place(channel);
    if (!channel.isIm()) {
      var head = new ArrayList<String>();
      head.add("Topic: " + String.join(" ", words.mrkdwn(channel.topic().value())));
      channel.bookmarks().forEach(mark -> head.add("Bookmark: " + mark.title()));
      if (channel.isArchived()) {
        head.add("The channel is archived.");
      }
      all.put("head " + channel.id(), seen("Head of " + place, head));
    }
    List<Message> messages = state.messagesOf(channel.id());
    for (Message message : messages) {
      all.put("message " + channel.id() + message.ts(), post(place, channel, messages, message));
    }
  }

  private Seen post(String place, Channel channel, List<Message> messages, Message message) {
    boolean card = channel.pins().stream().anyMatch(pin -> pin.ts().equals(message.ts()));
    String author = name(message.user());
    var lines = new ArrayList<String>(words.message(message.text(), message.blocks()));
    message
        .files()
        .forEach(id ->
            state.files().stream()
                .filter(file -> file.id().equals(id))
                .forEach(file -> lines.add("(file " + file.name() + ")")));
    message.reactions().forEach(reaction -> lines.add(":" + reaction.name() + ":"));
    String where = card ? "The card in " + place : place + ", " + author;
    if (message.subtype() != null && message.details() != null) {
      where = place + ", Slack";
    } else if (message.reply()) {
      String under =
          messages.stream()
              .filter(parent -> parent.ts().equals(message.threadTs()))
              .map(parent -> words.message(parent.text(), parent.blocks()).getFirst())
              .findFirst()
              .orElse("?");
      String also = message.atTopLevel() ? ", also in the channel" : "";
      where = place + ", " + author + " in the thread under “" + cut(under) + "”" + also;
    }
    return new Seen(where, lines);
  }

  private static Seen seen(String where, List<String> lines) {
    return new Seen(where, lines);
  }

  private static String cut(String words) {
    return words.length() <= 50 ? words : words.substring(0, 50).strip() + "…";
  }

  private String place(Channel channel) {
    if (!channel.isIm()) {
      return "#" + channel.name();
    }
    String people =
        channel.members().stream()
            .map(this::name)
            .filter(name -> !name.equals("evenkeel"))
            .findFirst()
            .orElse("?");
    return "Direct message to " + people;
  }

  private String name(String id) {
    return state.people().stream()
        .filter(person -> person.id().equals(id))
        .map(person ->
            person.isBot() && person.name().equals("evenkeel") ? "evenkeel" : person.name())
        .findFirst()
        .orElse(id);
  }
}
