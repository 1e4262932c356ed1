package io.evenkeel.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.bot.outgoing.Reach;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on this machine, which is otherwise not read. */
final class FeedFetcherTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FeedFetcher fetcher = new FeedFetcher(Reach.EVERYWHERE, true);
  private final HttpServer server;

  FeedFetcherTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.createContext("/rota.ics", exchange -> say(exchange, 200, "BEGIN:VCALENDAR"));
    server.createContext("/gone.ics", exchange -> say(exchange, 404, "no"));
    server.createContext("/down.ics", exchange -> say(exchange, 503, "no"));
    server.createContext("/moved.ics", exchange -> redirect(exchange, "/rota.ics"));
    server.createContext("/round.ics", exchange -> redirect(exchange, "/round.ics"));
    server.createContext("/nowhere.ics", exchange -> redirect(exchange, "ht tp://"));
    server.createContext(
        "/to", exchange -> redirect(exchange, exchange.getRequestURI().getRawQuery()));
    server.createContext("/huge.ics", FeedFetcherTest::huge);
    server.createContext("/slow.ics", this::slow);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void aCalendarIsRead() {
    assertThat(fetch("/rota.ics")).isEqualTo(new Fetched.Text("BEGIN:VCALENDAR"));
    assertThat(fetch("/moved.ics")).isEqualTo(new Fetched.Text("BEGIN:VCALENDAR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/rota.ics",
        "https://192.168.1.1/rota.ics",
        "https://172.16.0.1/rota.ics",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/rota.ics",
        "https://0.0.0.0/rota.ics",
        "https://[fd00::1]/rota.ics",
        "https://[fe80::1]/rota.ics",
        "https://[::ffff:10.0.0.1]/rota.ics"
      })
  void aRedirectIntoAPrivateNetworkIsNotFollowed(String target) {
    assertThat(why(fetch("/to?" + target))).contains("private network");
  }

  @Test
  void aRedirectAwayFromHttpsIsNotFollowed() {
    assertThat(why(fetch("/to?http://example.org/rota.ics"))).contains("without https");
    assertThat(why(fetch("/to?file:///etc/passwd"))).contains("redirects to nowhere");
  }

  @Test
  void thisMachineIsNotReadUnlessThatIsAllowed() {
    var strict = new FeedFetcher(Reach.EVERYWHERE, false);
    assertThat(why(strict.fetch(address("/rota.ics")))).contains("without https");
    assertThat(why(strict.fetch(URI.create("https://localhost:" + port() + "/rota.ics"))))
        .contains("this machine");
  }

  @Test
  void aHostThatIsNotListedIsNotAskedNorRedirectedTo() {
    var listed = new FeedFetcher(new Reach(List.of("127.0.0.1")), true);
    assertThat(listed.fetch(address("/rota.ics"))).isEqualTo(new Fetched.Text("BEGIN:VCALENDAR"));
    assertThat(why(listed.fetch(address("/to?https://example.org/rota.ics"))))
        .contains("example.org is not under outgoing: allow:");
    assertThat(why(listed.fetch(URI.create("https://example.org/rota.ics"))))
        .contains("outgoing: allow:");
  }

  @Test
  void whatIsHugeIsGivenUp() {
    assertThat(why(fetch("/huge.ics"))).contains("larger than 4 MB");
  }

  @Test
  void whoeverIsSlowIsGivenUp() {
    var hasty = new FeedFetcher(Reach.EVERYWHERE, true, Duration.ofSeconds(1));
    assertThat(why(hasty.fetch(address("/slow.ics")))).contains("longer than 1 s");
  }

  @Test
  void whatTheServerSaysIsToldInWords() {
    assertThat(why(fetch("/gone.ics"))).contains("answered 404", "Ask for a new address");
    assertThat(why(fetch("/down.ics"))).contains("answered 503", "tried again");
    assertThat(why(fetch("/round.ics"))).contains("redirects more than 3 times");
    assertThat(why(fetch("/nowhere.ics"))).contains("redirects to nowhere");
    server.stop(0);
    assertThat(why(fetch("/rota.ics"))).contains("cannot be reached");
  }

  private Fetched fetch(String path) {
    return fetcher.fetch(address(path));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static String why(Fetched fetched) {
    return fetched instanceof Fetched.Failed(String why) ? why : "read: " + fetched;
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Without saying how long it is. */
  private static void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[65_536];
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write(piece);
      }
    } catch (IOException e) {
      // Whoever reads has enough, and hangs up.
      exchange.close();
    }
  }

  /** Begins and then says nothing more. */
  private void slow(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write('B');
      out.flush();
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
