package io.evenkeel.bot.http;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.BindException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One port with its paths: the limits, headers and refusals that all paths share. */
final class Listener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final long DRAIN_MILLIS = 5_000;
  private static final long IDLE_MILLIS = 100;

  private final Javalin javalin;
  private final int port;

  private Listener(Javalin started) {
    javalin = started;
    port = started.port();
  }

  static Listener start(String bind, int port, String variable, Consumer<RoutesConfig> paths) {
    var javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.concurrency.useVirtualThreads = true;
          config.http.maxRequestSize = HttpServer.LARGEST_BODY;
          config.http.prefer405over404 = true;
          config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
          });
          config.jetty.modifyServer(server -> {
            server.setStopTimeout(DRAIN_MILLIS);
            server.setErrorHandler(plainErrors());
          });
          config.routes.before(Listener::protect);
          refusals(config.routes);
          paths.accept(config.routes);
        });
    try {
      var listener = new Listener(javalin.start(bind, port));
      listener.closeIdleConnectionsSoon();
      return listener;
    } catch (RuntimeException e) {
      javalin.stop();
      throw new CannotListen(
          "%s %d cannot be listened on at %s: %s. Set %s to a free port, or stop what uses it."
              .formatted(variable, port, bind, reason(e), variable),
          e);
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** When stopping: a connection without a request is not waited for as long as one with. */
  private void closeIdleConnectionsSoon() {
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      if (connector instanceof AbstractConnector open) {
        open.setShutdownIdleTimeout(IDLE_MILLIS);
      }
    }
  }

  /** Nothing here is to be framed, guessed at, kept or followed from (OWASP, "HTTP Headers"). */
  private static void protect(Context context) {
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  private static void refusals(RoutesConfig routes) {
    routes.exception(
        Refusal.class,
        (refusal, context) -> {
          Duration after = refusal.retryAfter;
          if (after != null) {
            // In seconds, and never so few that the next try comes too early (RFC 9110, 10.2.3).
            context.header("Retry-After", String.valueOf(after.plusMillis(999).toSeconds()));
          }
          say(context, refusal.status, refusal.words);
        });
    routes.exception(
        HttpResponseException.class,
        (e, context) -> say(context, e.getStatus(), words(e.getStatus())));
    routes.exception(
        Exception.class,
        (e, context) -> {
          String reference = UUID.randomUUID().toString().substring(0, 8);
          log.error("{} {} failed (ref {})", context.method(), context.path(), reference, e);
          say(
              context,
              500,
              "Something went wrong here and was written down (ref " + reference + ").");
        });
  }

  private static void say(Context context, int status, String words) {
    context.status(status).result(words + "\n").contentType(PLAIN);
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 413 -> "The request is larger than 1 MB.";
      default -> "The request was refused (" + status + ").";
    };
  }

  /** What Jetty refuses before any path sees it: no page, no name of a server, no stack. */
  private static ErrorHandler plainErrors() {
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

  private static String reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        return String.valueOf(bind.getMessage());
      }
    }
    return String.valueOf(e.getMessage());
  }
}
