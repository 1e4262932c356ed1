package io.evenkeel.sandbox.page.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of common emoji, as Slack spells them. An unknown name stays as it was typed. */
final class Emoji {

  private static final Pattern NAME = Pattern.compile(":([a-z0-9_+'-]{1,50})(?:::[a-z0-9-]+)?:");
  private static final Map<String, String> GLYPHS = read();

  private Emoji() {}

  /** The character for a name without colons, or null. */
  static @Nullable String glyph(String name) {
    return GLYPHS.get(name.replaceFirst("::.*", ""));
  }

  /** Plain text with the known names replaced; still text, not HTML. */
  static String inText(String text) {
    return NAME.matcher(text)
        .replaceAll(found -> {
          String glyph = glyph(found.group(1));
          return Matcher.quoteReplacement(glyph == null ? found.group() : glyph);
        });
  }

  private static Map<String, String> read() {
    Map<String, String> glyphs = new HashMap<>();
    try (InputStream file = Emoji.class.getResourceAsStream("/sandbox/page/emoji.txt")) {
      if (file == null) {
        throw new IllegalStateException("/sandbox/page/emoji.txt is missing from the jar");
      }
      var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
          glyphs.put(words[i], words[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(glyphs);
  }
}
