package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A story that is played step by step and written down as a page: what somebody typed or pressed,
 * and every word that anybody could read after it.
 */
final class Tale {
  private static final int WIDTH = 110;

  /** Each entry is salted, so that two databases never have the same head. */
  private static final Pattern HEAD = Pattern.compile("head [0-9a-f]{12}");

  /** Where somebody finds a button: a message or an answer, with its words. */
  private record Pressable(String channel, String ts, @Nullable JsonNode blocks) {}

  private final Stage stage;
  private final String name;
  private final StringBuilder page = new StringBuilder();
  private String time = "";
  private int moments;
  private Sight before;

  Tale(Stage stage, String name, String title, String about) {
    this.stage = stage;
    this.name = name;
    settle();
    before = sight();
    page.append("# ").append(title).append("\n\n");
    wrapped("", about);
  }

  /** A heading for what follows. */
  void chapter(String heading) {
    page.append("\n# ").append(heading).append('\n');
  }

  /**
   * From now on it is that time of the day, UTC; a second later in its minute than the last time,
   * so that what is counted in whole minutes comes out the same however long a step takes. What is
   * due by then is acted on first.
   */
  Tale at(String next) {
    time = next;
    moments++;
    stage.clock.at(next, moments);
    // The look under way may have begun before.
    double looks = looks();
    Stage.eventually("it was looked for what is due", () -> looks() >= looks + 2);
    Stage.eventually("all is in Slack", this::done);
    return this;
  }

  /** How many came to their end. Quartz's own table counts those that were left out, too. */
  private double looks() {
    return stage
        .get("/metrics", null)
        .body()
        .lines()
        .filter(line -> line.startsWith("evenkeel_due_looks_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** Nobody does anything; it is waited until somebody can read that. */
  void waits(String next, String until) {
    at(next);
    Stage.eventually(until, () -> state().toString().contains(until));
    step("Nobody types anything", "");
  }

  void types(String who, String room, String text) {
    stage.say(who, room, text.strip());
    step(who + " types in #" + room, "/incident " + text);
  }

  void says(String who, String room, String text) {
    stage.slack.actions().message(who, room, text, null);
    step(who + " writes in #" + room, text);
  }

  void reacts(String who, String room, String words, String emoji) {
    stage.slack.actions().react(who, room, newest(room, words).ts(), emoji, false);
    step(who + " reacts to “" + words + "…” in #" + room, ":" + emoji + ":");
  }

  /** In the thread under the newest message with these words. */
  void replies(String who, String room, String under, String text) {
    Message parent = newest(room, under);
    stage.slack.actions().message(who, room, text, parent.ts());
    step(who + " writes in a thread of #" + room, text);
  }

  private Message newest(String room, String words) {
    return stage.messages(room).reversed().stream()
        .filter(message -> (message.text() + message.blocks()).contains(words))
        .findFirst()
        .orElseThrow();
  }

  void joins(String who, String room) {
    stage.channel(room);
    stage.slack.actions().join(who, room);
    step(who + " joins #" + room + " in Slack", "");
  }

  /** Presses the newest button of that name that this person sees. */
  void presses(String who, String label) {
    String id = id(who);
    Pressable on = pressable(id, label);
    Blocks.Found button = button(on.blocks(), label);
    String answersBefore = answers(id);
    stage
        .slack
        .actions()
        .click(who, on.channel(), on.ts(), button.actionId(), button.element().get("value"));
    Stage.eventually(
        who + " reads an answer to " + label, () -> !answers(id).equals(answersBefore));
    step(who + " presses", "[" + label + "]");
  }

  /** Fills the form that is open and sends it. */
  void sends(String who, Map<String, String> fields) {
    var values = new LinkedHashMap<String, JsonNode>();
    fields.forEach((field, value) -> values.put(field, Json.of(value)));
    stage.slack.actions().submit(who, form(id(who)).id(), values);
    step(
        who + " fills the form in and sends it",
        String.join(
            "\n",
            fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList()));
  }

  void closes(String who) {
    stage.slack.actions().close(who, form(id(who)).id());
    settle();
    before = sight();
  }

  /** The page is the one that was read last; {@code -Dgolden.write=true} writes a new one. */
  void matches() throws IOException {
    Path golden = Path.of("src/test/resources/story", name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, page);
    }
    assertThat(page.toString()).as(name).isEqualTo(Files.readString(golden));
  }

  private void step(String deed, String words) {
    settle();
    page.append("\n## ").append(time).append(", ").append(deed).append('\n');
    page.append(words.isEmpty() ? "" : "\n");
    words.lines().forEach(line -> page.append("    ").append(line).append('\n'));
    Sight after = sight();
    for (Sight.Seen seen : after.since(before)) {
      page.append("\n**").append(seen.where()).append("**\n\n");
      seen.lines().forEach(line -> wrapped("> ", line));
    }
    before = after;
    write();
  }

  private void write() {
    try {
      Path written = Path.of("target/stories", name);
      Files.createDirectories(written.getParent());
      Files.writeString(written, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wrapped(String indent, String line) {
    int room = WIDTH - indent.length();
    var left = new StringBuilder(HEAD.matcher(line).replaceAll("head 000000000000"));
    boolean first = true;
    while (left.length() > room) {
      int cut = left.lastIndexOf(" ", room);
      int end = cut <= 0 ? left.length() : cut;
      page.append(indent).append(first ? "" : "  ").append(left, 0, end).append('\n');
      left.delete(0, Math.min(left.length(), end + 1));
      first = false;
    }
    page.append(indent).append(first ? "" : "  ").append(left).append("  \n");
  }

  /** Until the bot has heard of everything that happened, and done all that follows from it. */
  private void settle() {
    for (int i = 0; i < 2; i++) {
      String shown = home();
      stage.slack.actions().home("erin");
      Stage.eventually("all events are heard", () -> !home().equals(shown));
      Stage.eventually("all is in Slack", this::done);
    }
  }

  private String home() {
    return stage.slack.workspace().homes().of(id("erin")).map(View::hash).orElse("");
  }

  private boolean done() {
    return stage.database.number(
            "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')")
        == 0;
  }

  private Sight sight() {
    return new Sight(state(), stage.clock.instant());
  }

  private State state() {
    return stage.slack.workspace().snapshot();
  }

  private String id(String who) {
    return state().people().stream()
        .filter(person -> person.name().equals(who))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** All that answers this person's deeds: what only they see, and their forms. */
  private String answers(String id) {
    State now = state();
    return now.ephemerals().stream().filter(one -> one.user().equals(id)).toList()
        + now.views().stream().filter(view -> view.owner().equals(id)).toList().toString();
  }

  private View form(String id) {
    return state().views().stream()
        .filter(view -> view.owner().equals(id))
        .reduce((_, top) -> top)
        .orElseThrow();
  }

  private Pressable pressable(String id, String label) {
    State now = state();
    Stream<Pressable> only =
        now.ephemerals().stream()
            .filter(one -> one.user().equals(id))
            .map(one -> new Pressable(one.channel(), one.ts(), one.blocks()));
    Stream<Pressable> posted =
        now.channels().stream()
            .filter(channel -> channel.has(id))
            .flatMap(channel ->
                now.messagesOf(channel.id()).stream()
                    .map(message -> new Pressable(channel.id(), message.ts(), message.blocks())));
    List<Pressable> found =
        Stream.concat(only, posted)
            .filter(one ->
                Blocks.elements(one.blocks()).stream()
                    .anyMatch(button -> label(button).equals(label)))
            .sorted((one, other) -> one.ts().compareTo(other.ts()))
            .toList();
    assertThat(found).as("a button " + label).isNotEmpty();
    return found.getLast();
  }

  private static Blocks.Found button(@Nullable JsonNode blocks, String label) {
    return Blocks.elements(blocks).stream()
        .filter(found -> label(found).equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static String label(Blocks.Found found) {
    return found.element().at("/text/text").asString("");
  }
}
