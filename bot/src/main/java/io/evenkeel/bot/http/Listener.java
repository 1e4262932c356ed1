package io.evenkeel.bot.http;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/** One port with its paths: the limits, headers and refusals that all paths share. */
final class Listener implements AutoCloseable {
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
            server.setErrorHandler(Mishaps.plain());
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
          });
          config.requestLogger.http(meter::handled);
          config.routes.before(context -> protect(context, https));
          Mishaps.on(config.routes);
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

  private static String reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        return String.valueOf(bind.getMessage());
      }
    }
    return String.valueOf(e.getMessage());
  }
}
