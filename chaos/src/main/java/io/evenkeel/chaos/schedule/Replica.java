package io.evenkeel.chaos.schedule;

import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** One bot as a process of its own, started again after each kill, always on the same port. */
final class Replica implements AutoCloseable {
  private final ExecutorService hand = Executors.newSingleThreadExecutor();
  private final ProcessBuilder builder;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Process process;

  Replica(int number, String database, String slack, int scale) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      Path config = Files.createTempFile("evenkeel", ".yaml");
      Files.writeString(config, delivery(scale));
      builder =
          new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.evenkeel.bot.Main",
                  "serve"));
      var environment = builder.environment();
      environment.put("PORT", Integer.toString(port));
      environment.put("BIND_ADDRESS", "127.0.0.1");
      environment.put("BASE_URL", "http://127.0.0.1:3000");
      environment.put("DATABASE_URL", database);
      environment.put("SLACK_SIGNING_SECRET", Settings.SIGNING_SECRET);
      environment.put("SLACK_BOT_TOKEN", Settings.BOT_TOKEN);
      environment.put("SLACK_API_URL", slack);
      environment.put("EVENKEEL_CONFIG", config.toString());
      Path log = Path.of(System.getProperty("java.io.tmpdir"), "evenkeel-chaos-" + number + ".log");
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String delivery(int scale) {
    return scale == 1
        ? ""
        : "delivery: {lease: 3s, call: 1s, settle: 3s, poll: 50ms, posts_per_second: "
            + scale
            + ", per_minute: {conversations.create: "
            + 20 * scale
            + ", conversations.setTopic: "
            + 20 * scale
            + ", conversations.list: "
            + 20 * scale
            + ", pins.add: "
            + 20 * scale
            + ", chat.update: "
            + 50 * scale
            + ", conversations.invite: "
            + 50 * scale
            + ", conversations.info: "
            + 50 * scale
            + ", conversations.history: "
            + 50 * scale
            + ", conversations.replies: "
            + 50 * scale
            + "}}";
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void kill() {
    hand.execute(() -> {
      process.destroyForcibly();
      process.onExit().join();
      try {
        process = builder.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  void pause(Duration length) {
    hand.execute(() -> {
      signal("STOP");
      LockSupport.parkNanos(length.toNanos());
      signal("CONT");
    });
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!ready()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(address() + " is not ready after 60 s");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private boolean ready() {
    try {
      var request =
          HttpRequest.newBuilder(address().resolve("/readyz"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once everything asked for is over and it is ready. */
  void calm() {
    Future<?> last = hand.submit(this::awaitReady);
    try {
      last.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    hand.shutdownNow();
    process.destroyForcibly();
    process.onExit().join();
    http.close();
  }
}
