package io.evenkeel.sandbox.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page's own style sheets, scripts and icon, and htmx, all from the class path. */
final class Assets {

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final Map<String, String> TYPES =
      Map.of(
          "frame.css", "text/css",
          "messages.css", "text/css",
          "controls.css", "text/css",
          "asking.css", "text/css",
          "live.js", "text/javascript",
          "typing.js", "text/javascript",
          "dialogs.js", "text/javascript",
          "icon.svg", "image/svg+xml");

  private Assets() {}

  static void routes(RoutesConfig routes) {
    routes.get("/ui/htmx.js", response -> send(response, HTMX, "text/javascript"));
    routes.get("/ui/assets/{name}", Assets::asset);
  }

  private static void asset(Context response) throws IOException {
    String name = response.pathParam("name");
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundResponse("The page has no file of this name.");
    }
    send(response, "/sandbox/assets/" + name, type);
  }

  private static void send(Context response, String resource, String type) throws IOException {
    try (InputStream file = Assets.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      Security.headers(response);
      response.contentType(type + "; charset=utf-8").result(file.readAllBytes());
    }
  }
}
