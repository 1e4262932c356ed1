package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies of every kind that Slack's documentation describes, most of them for things that this app
 * does not use: whatever a workspace sends, it is never told that something broke.
 */
final class DocumentedPayloadsTest {
  private static final Path KEPT = Path.of("src/test/resources/slack/documented.json");

  record Documented(String name, String kind, JsonObject body) {
    @Override
    public String toString() {
      return name;
    }

    String sent() {
      return switch (kind) {
        case "command" ->
            body.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().getAsString()))
                .collect(Collectors.joining("&"));
        case "interaction" -> "payload=" + encoded(body.toString());
        case "event" -> body.toString();
        default -> throw new IllegalArgumentException(kind);
      };
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  static List<Documented> documented() throws IOException {
    return JsonParser.parseString(Files.readString(KEPT)).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(each ->
            new Documented(
                each.get("name").getAsString(),
                each.get("kind").getAsString(),
                each.getAsJsonObject("body")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void everyBodyThatSlackDocumentsIsTaken(Documented sent) {
    try (var bench = new Bench()) {
      int status = bench.send(sent.sent()).status();
      assertThat(status).isLessThan(500);
      if (sent.kind().equals("event")) {
        // Slack would tell it again, and at last no more of any.
        assertThat(status).isEqualTo(200);
      }
    }
  }
}
