package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a view makes with the JSON that is kept beside the tests. Run with {@code
 * -Dgolden=write} to keep the new one, and read the difference before it is committed.
 */
final class GoldenJson {
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private GoldenJson() {}

  /** The view as Slack gets it. */
  static String text(Object view) {
    return SLACK.toJson(view);
  }

  static void matches(String name, Object view) {
    String json = PRETTY.toJson(SLACK.toJsonTree(view)) + "\n";
    if ("write".equals(System.getProperty("golden"))) {
      write(Path.of("src/test/resources/golden", name + ".json"), json);
      return; // what is kept is read from the class path, which has it with the next build
    }
    JsonElement wanted = PRETTY.fromJson(kept(name), JsonElement.class);
    assertThat(json).isEqualTo(PRETTY.toJson(wanted) + "\n");
  }

  private static void write(Path file, String json) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kept(String name) {
    try (InputStream in = GoldenJson.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(in).as("golden/%s.json", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
