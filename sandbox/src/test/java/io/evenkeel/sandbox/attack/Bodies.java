package io.evenkeel.sandbox.attack;

import io.evenkeel.bot.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** Too much, too slowly, too deep. */
final class Bodies implements AutoCloseable {
  private static final String FAMILY = "bodies";
  private static final int DRIPPING = 50;

  private final Http http;
  private final List<CompletableFuture<Http.Answer>> dripping = new ArrayList<>();
  private final List<Socket> silent = new ArrayList<>();

  /** Begins to drip at once: by the end of all attacks these must have been closed. */
  Bodies(Site site) {
    http = new Http(site);
    for (int i = 0; i < DRIPPING; i++) {
      var answer = new CompletableFuture<Http.Answer>();
      dripping.add(answer);
      Thread.ofVirtual().start(() -> answer.complete(drip(site)));
    }
    try {
      for (int i = 0; i < DRIPPING; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.port);
        socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
        silent.add(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A byte every 200 ms, for as long as the server takes them. */
  private static Http.Answer drip(Site site) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port)) {
      socket.setSoTimeout(200);
      var out = socket.getOutputStream();
      String request =
          """
          POST /slack/events HTTP/1.1
          Host: x
          Connection: close
          Content-Length: 100000

          """;
      out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      var answer = new ByteArrayOutputStream();
      while (answer.size() == 0) {
        out.write('x');
        out.flush();
        try {
          answer.write(socket.getInputStream().readNBytes(40));
        } catch (java.net.SocketTimeoutException notYet) {
          // Nothing is answered yet: the next byte follows.
        }
      }
      return Http.answer(answer.toString(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return new Http.Answer(408, "", "closed: " + e.getMessage());
    }
  }

  List<Attack> all() {
    String to = "Authorization: Bearer " + Site.OPERATOR + "\r\nHost: x\r\nConnection: close\r\n";
    String command = "POST /api/v1/commands HTTP/1.1\r\n" + to;
    return List.of(
        refused(
            "2 MB to /slack/events", 413, () -> http.post("/slack/events", "x".repeat(2 << 20))),
        refused(
            "65 KB for a command",
            413,
            () -> http.command(Site.OPERATOR, "alice", "x".repeat(65 << 10))),
        refused(
            "2 MB for a postmortem",
            413,
            () ->
                http.put(
                    "/api/v1/incidents/INC-1/postmortem?as=alice",
                    "x".repeat(2 << 20),
                    "Authorization",
                    "Bearer " + Site.OPERATOR)),
        refused(
            "5 KB for a form",
            413,
            () -> http.post("/sign-out", "form_key=" + "x".repeat(5 << 10))),
        refused(
            "a claim of 10 GB",
            413,
            () -> http.raw(command + "Content-Length: 10000000000\r\n\r\n")),
        refused(
            "a length below nothing", 400, () -> http.raw(command + "Content-Length: -1\r\n\r\n")),
        refused(
            "two lengths (request smuggling)",
            400,
            () -> http.raw(command + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")),
        refused(
            "a length and chunks (request smuggling)",
            400,
            () ->
                http.raw(
                    command + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
        refused(
            "chunks without an end",
            413,
            () ->
                http.raw(
                    command
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + ("2000\r\n" + "x".repeat(0x2000) + "\r\n").repeat(20))),
        refused(
            "1 MB of headers",
            431,
            () ->
                http.raw("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(1 << 20) + "\r\n\r\n")),
        new Attack(
            FAMILY,
            "an address of 100 KB",
            () -> http.raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
            Set.of(414, 431)),
        refused(
            "JSON 30,000 deep",
            400,
            () ->
                http.post(
                    "/api/v1/commands",
                    "[".repeat(30_000),
                    "Authorization",
                    "Bearer " + Site.OPERATOR)),
        refused(
            "a JSON number of 60,000 digits",
            400,
            () ->
                http.post(
                    "/api/v1/commands",
                    "{\"text\":" + "9".repeat(60_000) + ",\"as\":\"alice\"}",
                    "Authorization",
                    "Bearer " + Site.OPERATOR)),
        refused(
            "JSON with a field twice",
            400,
            () ->
                http.post(
                    "/api/v1/commands",
                    "{\"as\":\"alice\",\"as\":\"bob\",\"text\":\"list\"}",
                    "Authorization",
                    "Bearer " + Site.OPERATOR)),
        refused("a zip bomb of 40 MB: nothing is unpacked", 400, () -> http.raw(bomb(command))),
        refused(
            "a YAML bomb for a postmortem's front matter",
            428,
            () ->
                http.put(
                    "/api/v1/incidents/INC-1/postmortem?as=alice",
                    yaml(),
                    "Authorization",
                    "Bearer " + Site.OPERATOR)),
        refused("a YAML bomb for EVENKEEL_CONFIG", 400, Bodies::configured),
        refused("no UTF-8", 400, () -> http.raw(command + "Content-Length: 2\r\n\r\n\u00c3(")),
        refused(DRIPPING + " bodies that drip, beside all the others", 408, this::ended),
        refused(
            DRIPPING + " that say half a word: everybody else is served",
            200,
            () -> {
              silent.forEach(Bodies::close);
              return http.get("/healthz");
            }));
  }

  /** The slowest of them. */
  private Http.Answer ended() {
    List<Http.Answer> answers = dripping.stream().map(CompletableFuture::join).toList();
    return answers.stream()
        .filter(one -> one.status() != 408)
        .findFirst()
        .orElse(answers.getFirst());
  }

  private static String bomb(String command) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        zip.write(nothing);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return command
        + "Content-Encoding: gzip\r\nContent-Length: "
        + packed.size()
        + "\r\n\r\n"
        + packed.toString(StandardCharsets.ISO_8859_1);
  }

  private static String yaml() {
    var bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8) + "x"));
    }
    return bomb.append("---\n# Postmortem\n").toString();
  }

  /** Not over HTTP: what an operator is talked into. */
  private static Http.Answer configured() {
    try {
      Path file = Files.createTempFile("bomb", ".yaml");
      Files.writeString(file, yaml().replace("---\n", "").replaceFirst("# Postmortem\n", ""));
      long began = System.nanoTime();
      var parsed = Settings.Reading.parse(Map.of("EVENKEEL_CONFIG", file.toString()));
      boolean quick = System.nanoTime() - began < 5_000_000_000L;
      return quick && parsed.toString().contains("EVENKEEL_CONFIG")
          ? new Http.Answer(400, "", "")
          : new Http.Answer(599, "", parsed.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attack refused(
      String tried, int status, java.util.function.Supplier<Http.Answer> by) {
    return Attack.of(FAMILY, tried, status, by);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    silent.forEach(Bodies::close);
  }
}
