package io.evenkeel.bot.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Everything under {@code /api/v1}, and the OpenAPI document that says so. */
final class Api {
  private static final String DESCRIPTION = "/api/openapi.json";

  private final List<Route> routes;

  /** A method at a path, as the document names both. */
  record Route(HandlerType method, String path, Handler handler) {}

  Api(Bearer bearer, HttpServer.Rooms rooms) {
    byte[] description = description();
    var lint =
        new LintRoute(bearer, rooms.drafts(), rooms.postmortems()::markdown, rooms.blameless());
    var postmortem =
        new PostmortemRoute(
            bearer, rooms.drafts(), rooms.postmortems()::markdown, rooms.wire(), rooms.clock());
    var page =
        new PostmortemPage(
            bearer,
            new Visitors(rooms.entrance(), bearer, rooms.clock()),
            rooms.drafts(),
            rooms.postmortems());
    String text = "/api/v1/incidents/{number}/postmortem";
    routes =
        List.of(
            new Route(HandlerType.GET, text, postmortem::get),
            new Route(HandlerType.PUT, text, postmortem::put),
            new Route(HandlerType.GET, "/api/v1/incidents/{number}/postmortem/lint", lint::get),
            new Route(HandlerType.GET, "/api/v1/incidents/{number}/draft", page::json),
            new Route(
                HandlerType.GET,
                "/api/v1/services/{service}/freeze",
                new FreezeRoute(bearer, rooms.budgets(), rooms.clock())::get),
            new Route(
                HandlerType.POST,
                "/api/v1/commands",
                new CommandRoute(bearer, rooms.wire(), rooms.clock())),
            new Route(
                HandlerType.GET,
                "/api/v1/openapi.json",
                (Context context) -> context.result(description).contentType("application/json")));
  }

  List<Route> routes() {
    return routes;
  }

  void on(RoutesConfig config) {
    routes.forEach(route -> config.addHttpHandler(route.method(), route.path(), route.handler()));
  }

  /** An OpenAPI 3.1 document, as JSON. */
  static byte[] description() {
    try (InputStream file = Api.class.getResourceAsStream(DESCRIPTION)) {
      if (file == null) {
        throw new IllegalStateException(DESCRIPTION + " is missing from the jar");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
