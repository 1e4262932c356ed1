package io.evenkeel.bot.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said when a path does not answer: it refuses, there is none, or something of ours fails.
 * Nobody is told a server's name or a stack.
 */
final class Mishaps {
  private static final Logger log = LoggerFactory.getLogger(Mishaps.class);
  private static final String PLAIN = "text/plain; charset=utf-8";

  private Mishaps() {}

  static void on(RoutesConfig routes) {
    routes.exception(Refusal.class, (refusal, context) -> Refusals.tell(context, refusal));
    routes.exception(
        HttpResponseException.class,
        (e, context) -> Refusals.say(context, e.getStatus(), words(e.getStatus())));
    routes.exception(
        Exception.class,
        (e, context) -> {
          String reference = UUID.randomUUID().toString().substring(0, 8);
          log.error("{} {} failed (ref {})", context.method(), context.path(), reference, e);
          Refusals.say(
              context,
              500,
              "Something went wrong here and was written down (ref " + reference + ").");
        });
  }

  /** What Jetty refuses before any path sees it: no page, no name of a server, no stack. */
  static ErrorHandler plain() {
    return new ErrorHandler() {
      @Override
      protected void generateResponse(
          Request request,
          Response response,
          int code,
          String message,
          Throwable cause,
          Callback callback) {
        response.getHeaders().put("Content-Type", PLAIN);
        Content.Sink.write(response, true, words(code) + "\n", callback);
      }
    };
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 408 -> "The request did not come in time. Send it again.";
      case 413 -> "The request is larger than 1 MB.";
      case 414, 431 -> "The address or the headers are too long.";
      default -> "The request was refused (" + status + ").";
    };
  }
}
