package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.bot.hooks.Pass;
import io.evenkeel.bot.hooks.Sent;
import io.evenkeel.bot.hooks.Signed;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/signals.md tells people to type and to write works as it stands there. */
final class DocumentedAlertsTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```(yaml)?\n(.*?)\n```");
  private static final Pattern SENT =
      Pattern.compile("(?s)evenkeel\\.example\\.org(/\\S+) -d '(.*?)'(?=\n|$)");
  private static final Pattern SIGNED =
      Pattern.compile("(?s)body='(.*?)'\ncurl https://evenkeel\\.example\\.org(/\\S+)");

  @TempDir private Path directory;

  @Test
  void eachRequestIsTakenAndEachAnswerIsTheOneThatIsShown() throws Exception {
    String text = Files.readString(Path.of("../docs/signals.md"));
    var answers = new ArrayList<String>();
    try (var site = new TestSite(TestSite.NO_DATABASE)) {
      site.doors =
          new AlertDoors(
              new AlertDoors.Keys(
                  new Pass(Sent.TOKEN::equals, null),
                  List.of(Sent.SECRET),
                  Sent.ROUTING_KEY::equals,
                  Pass.NONE,
                  new Pass(Sent.TOKEN::equals, null)),
              mappings(text));
      site.restart(null, site.rooms(TestSite.NO_DATABASE, site.door(), TestSite.TOKEN));
      for (String block : blocks(text, false)) {
        Matcher sent = SENT.matcher(block.replace("'$EVENTS_ROUTING_KEY'", Sent.ROUTING_KEY));
        while (sent.find()) {
          answers.add(post(site, sent.group(1), sent.group(2)));
        }
        Matcher signed = SIGNED.matcher(block);
        while (signed.find()) {
          answers.add(post(site, signed.group(2), signed.group(1)));
        }
      }
    }
    assertThat(answers)
        .containsExactly(
            "{\"alerts\":1,\"recorded\":1,\"repeated\":false}",
            "{\"alerts\":1,\"recorded\":1,\"repeated\":false}",
            "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"try\"}",
            "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"try\"}",
            "{\"alerts\":1,\"recorded\":1,\"repeated\":false}");
    assertThat(text).contains("`" + answers.getFirst() + "`").contains("`" + answers.get(2) + "`");
  }

  private static String post(TestSite site, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(site.address(path))
            .header("Authorization", "Bearer " + Sent.TOKEN)
            .header(
                "X-PagerDuty-Signature",
                Signed.by(Sent.SECRET, body.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build();
    return TestSite.CLIENT.send(request, BodyHandlers.ofString()).body().strip();
  }

  /** The only block of settings that names sources. */
  private List<Mapping> mappings(String text) throws IOException {
    String yaml =
        blocks(text, true).stream()
            .filter(block -> block.startsWith("alerts:\n  sources:"))
            .findFirst()
            .orElseThrow();
    Path file = Files.writeString(directory.resolve("evenkeel.yaml"), yaml);
    return switch (Installation.parse(Map.of("EVENKEEL_CONFIG", file.toString()))) {
      case Parsed.Ready<Installation>(Installation house) -> house.signals().sources();
      case Parsed.Faulty<Installation>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> blocks(String text, boolean yaml) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(found -> yaml == (found.group(1) != null))
        .map(found -> found.group(2))
        .toList();
  }
}
