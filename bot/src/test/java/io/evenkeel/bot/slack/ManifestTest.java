package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.doctor.Scopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app asks for what the code uses, and for nothing else. */
final class ManifestTest {
  private static final String FAMILIES =
      "apps|auth|bookmarks|chat|conversations|dnd|files|pins|reactions|users|usergroups|views";

  /** {@code client.viewsOpen(} as Slack's library has it. */
  private static final Pattern CALL = Pattern.compile("\\.(" + FAMILIES + ")([A-Z][A-Za-z]+)\\(");

  /** {@code "conversations.history"} as it is called raw. */
  private static final Pattern NAME = Pattern.compile("\"((?:" + FAMILIES + ")\\.[a-zA-Z]+)\"");

  /** In the docs a method stands in backquotes. */
  private static final Pattern LISTED = Pattern.compile("`((?:" + FAMILIES + ")\\.[a-zA-Z]+)`");

  private static final Set<String> WRITES = Set.of("channels:manage", "groups:write");
  private static final Set<String> READS = Set.of("channels:read", "groups:read");
  private static final Set<String> HISTORY = Set.of("channels:history", "groups:history");
  private static final Set<String> DIRECT =
      Set.of("channels:history", "groups:history", "im:history");

  /** What each method asks for in the kinds of channel that we use (docs.slack.dev, "Methods"). */
  private static final Map<String, Set<String>> SCOPES =
      Map.ofEntries(
          // An app-level token calls it, which has a scope of its own: connections:write.
          Map.entry("apps.connections.open", Set.of()),
          Map.entry("auth.test", Set.of()),
          Map.entry("bookmarks.add", Set.of("bookmarks:write")),
          Map.entry("bookmarks.list", Set.of("bookmarks:read")),
          Map.entry("chat.delete", Set.of("chat:write")),
          Map.entry("chat.getPermalink", Set.of()),
          Map.entry("chat.postEphemeral", Set.of("chat:write")),
          Map.entry("chat.postMessage", Set.of("chat:write")),
          Map.entry("chat.update", Set.of("chat:write")),
          Map.entry("conversations.archive", WRITES),
          Map.entry("conversations.create", WRITES),
          Map.entry("conversations.history", DIRECT),
          Map.entry("conversations.info", READS),
          Map.entry("conversations.invite", WRITES),
          Map.entry("conversations.join", Set.of("channels:join")),
          Map.entry("conversations.list", READS),
          Map.entry("conversations.members", READS),
          Map.entry("conversations.open", Set.of("im:write")),
          Map.entry("conversations.replies", HISTORY),
          Map.entry("conversations.setTopic", WRITES),
          Map.entry("files.completeUploadExternal", Set.of("files:write")),
          Map.entry("files.getUploadURLExternal", Set.of("files:write")),
          Map.entry("files.info", Set.of("files:read")),
          Map.entry("pins.add", Set.of("pins:write")),
          Map.entry("conversations.unarchive", WRITES),
          Map.entry("usergroups.list", Set.of("usergroups:read")),
          Map.entry("users.conversations", READS),
          Map.entry("dnd.info", Set.of("dnd:read")),
          Map.entry("users.info", Set.of("users:read")),
          Map.entry("users.list", Set.of("users:read")),
          Map.entry("views.open", Set.of()),
          Map.entry("views.publish", Set.of()),
          Map.entry("views.update", Set.of()));

  /** Two events have names of their own in Slack's library and share a subscription. */
  private static final List<String> MESSAGES = List.of("message.channels", "message.groups");

  /** What each subscription asks for (docs.slack.dev, "Events"). */
  private static final Map<String, Set<String>> EVENT_SCOPES =
      Map.ofEntries(
          Map.entry("app_home_opened", Set.of()),
          Map.entry("app_mention", Set.of("app_mentions:read")),
          Map.entry("app_uninstalled", Set.of()),
          Map.entry("channel_archive", Set.of("channels:read")),
          Map.entry("group_archive", Set.of("groups:read")),
          Map.entry("tokens_revoked", Set.of()),
          Map.entry("user_change", Set.of("users:read")),
          Map.entry("member_joined_channel", READS),
          Map.entry("member_left_channel", READS),
          Map.entry("message.channels", Set.of("channels:history")),
          Map.entry("message.groups", Set.of("groups:history")),
          Map.entry("pin_added", Set.of("pins:read")),
          Map.entry("pin_removed", Set.of("pins:read")),
          Map.entry("reaction_added", Set.of("reactions:read")),
          Map.entry("reaction_removed", Set.of("reactions:read")));

  private final JsonNode manifest = JsonMapper.shared().readTree(read(Path.of("manifest.json")));

  @Test
  void everyMethodInTheCodeIsInTheDocs() {
    assertThat(listed()).containsAll(called());
  }

  @Test
  void theScopesAreThoseOfTheMethodsInTheDocsOfTheEventsAndOfTheCommand() {
    var wanted = new TreeSet<>(Set.of("commands"));
    for (String method : listed()) {
      assertThat(SCOPES).as("the scopes of a method in the docs").containsKey(method);
      wanted.addAll(SCOPES.getOrDefault(method, Set.of()));
    }
    for (String event : texts(manifest.at("/settings/event_subscriptions/bot_events"))) {
      assertThat(EVENT_SCOPES).as("the scopes of an event").containsKey(event);
      wanted.addAll(EVENT_SCOPES.getOrDefault(event, Set.of()));
    }
    assertThat(texts(manifest.at("/oauth_config/scopes/bot"))).containsExactlyElementsOf(wanted);
  }

  @Test
  void whatEachScopeIsForStandsInTheDocsAndIsWhatDoctorSays() {
    assertThat(Scopes.all().keySet())
        .containsExactlyElementsOf(texts(manifest.at("/oauth_config/scopes/bot")));
    String docs = read(Path.of("../docs/slack-app.md"));
    Scopes.all()
        .forEach((scope, use) -> assertThat(docs).contains("| `" + scope + "` | " + use + " |"));
  }

  @Test
  void theManifestForSocketModeIsTheSameWithoutAddresses() {
    String same =
        read(Path.of("manifest.json"))
            .replaceAll("\\s*\"(request_)?url\": \"[^\"]*\",?", "")
            .replace("\"socket_mode_enabled\": false", "\"socket_mode_enabled\": true")
            .replaceAll(",(\\s*[}\\]])", "$1");
    assertThat(JsonMapper.shared().readTree(read(Path.of("manifest-socket-mode.json"))))
        .isEqualTo(JsonMapper.shared().readTree(same));
  }

  @Test
  void theEventsAreThoseThatAreListenedTo() {
    String listeners = read(Path.of("src/main/java/io/evenkeel/bot/slack/Listeners.java"));
    var events =
        Pattern.compile("app\\.event\\(\\s*([A-Za-z]+)Event\\.class")
            .matcher(listeners)
            .results()
            .map(
                match -> match.group(1).replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .flatMap(event -> event.startsWith("message_") ? MESSAGES.stream() : Stream.of(event))
            .distinct()
            .toList();
    assertThat(texts(manifest.at("/settings/event_subscriptions/bot_events")))
        .containsExactlyElementsOf(events);
  }

  @Test
  void theCommandEscapesWhoAndWhereItNames() {
    JsonNode command = manifest.at("/features/slash_commands/0");
    assertThat(command.path("command").asString()).isEqualTo("/incident");
    assertThat(command.path("should_escape").asBoolean()).isTrue();
    assertThat(manifest.at("/features/shortcuts/0/callback_id").asString()).isEqualTo("declare");
    assertThat(
            manifest
                .at("/features/shortcuts")
                .valueStream()
                .map(shortcut -> shortcut.path("callback_id").asString()))
        .containsExactlyElementsOf(shortcuts());
    assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
  }

  private static List<String> shortcuts() {
    return Pattern.compile("app\\.(?:global|message)Shortcut\\(\"([a-z_]+)\"")
        .matcher(read(Path.of("src/main/java/io/evenkeel/bot/slack/Listeners.java")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void directMessagesCanBeRead() {
    JsonNode home = manifest.at("/features/app_home");
    assertThat(home.path("messages_tab_enabled").asBoolean()).isTrue();
  }

  private static Set<String> called() {
    var methods = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = read(file);
        CALL.matcher(code)
            .results()
            .map(m ->
                m.group(1)
                    + "."
                    + m.group(2).substring(0, 1).toLowerCase(Locale.ROOT)
                    + m.group(2).substring(1))
            .forEach(methods::add);
        NAME.matcher(code).results().map(m -> m.group(1)).forEach(methods::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(methods).contains("views.open", "chat.postMessage");
    return methods;
  }

  private static Set<String> listed() {
    return LISTED
        .matcher(read(Path.of("../docs/architecture.md")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
