package io.evenkeel.bot.http;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.BindException;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
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

  /** Nobody who means well opens more; each costs little, all together must not cost the house. */
  private static final int MOST_CONNECTIONS = 2_000;

  private static final int LARGEST_HEADERS = 16 << 10;

  private final Javalin javalin;
  private final int port;

  private Listener(Javalin started) {
    javalin = started;
    port = started.port();
  }

  /**
   * Where to listen.
   *
   * @param variable what sets the port
   */
  record Place(String bind, int port, String variable) {}

  /**
   * @param meter told of every request
   * @param https browsers reach it by https alone, and are to remember that
   */
  static Listener start(
      Place place, RequestMeter meter, boolean https, Consumer<RoutesConfig> paths) {
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
            http.setRequestHeaderSize(LARGEST_HEADERS);
          });
          config.jetty.modifyServer(server -> {
            server.setStopTimeout(DRAIN_MILLIS);
            server.setErrorHandler(plainErrors());
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
          });
          config.requestLogger.http(meter::handled);
          config.routes.before(context -> protect(context, https));
          refusals(config.routes);
          paths.accept(config.routes);
        });
    try {
      var listener = new Listener(javalin.start(place.bind(), place.port()));
      listener.closeIdleConnectionsSoon();
      return listener;
    } catch (RuntimeException e) {
      javalin.stop();
      throw new CannotListen(
          "%s %d cannot be listened on at %s: %s. Set %s to a free port, or stop what uses it."
              .formatted(place.variable(), place.port(), place.bind(), reason(e), place.variable()),
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
  private static void protect(Context context, boolean https) {
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
    if (https) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void refusals(RoutesConfig routes) {
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
