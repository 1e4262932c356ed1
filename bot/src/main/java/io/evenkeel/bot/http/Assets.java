package io.evenkeel.bot.http;

import io.evenkeel.templates.WebPage;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What pages load: one style sheet, which says nothing of anybody. */
final class Assets {
  static final String STYLE = "/assets/evenkeel.css";
  private static final String OWN = "/pages/evenkeel.css";

  private Assets() {}

  static void on(RoutesConfig routes) {
    String css = WebPage.STYLE + own();
    routes.get(
        STYLE,
        context ->
            context
                .result(css)
                .contentType("text/css; charset=utf-8")
                .header("Cache-Control", "public, max-age=300"));
  }

  private static String own() {
    try (InputStream file = Assets.class.getResourceAsStream(OWN)) {
      if (file == null) {
        throw new IllegalStateException(OWN + " is missing from the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
