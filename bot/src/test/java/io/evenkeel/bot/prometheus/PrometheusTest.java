package io.evenkeel.bot.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands at its address: a number is exact, and everything else is words. */
final class PrometheusTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.250Z");

  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private volatile int status = 200;
  private volatile byte[] body = new byte[0];
  private volatile boolean drips;
  private volatile String asked = "";
  private volatile String authorization = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/prefix/api/v1/",
        exchange -> {
          asked =
              exchange.getRequestURI().getPath()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          authorization = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          exchange.sendResponseHeaders(status, drips ? 0 : body.length == 0 ? -1 : body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            if (drips) {
              out.write('{');
              out.flush();
              over.await(20, TimeUnit.SECONDS);
            } else if (body.length > 0) {
              out.write(body);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private Measured measured(String json) {
    return measured(200, json);
  }

  private Measured measured(int with, String json) {
    status = with;
    body = json.getBytes(StandardCharsets.UTF_8);
    try (var prometheus = prometheus(Duration.ofSeconds(5))) {
      return prometheus.query("up", NOON);
    }
  }

  private Prometheus prometheus(Duration longest) {
    return new Prometheus(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/"),
        "Bearer secret",
        longest);
  }

  private static String vector(String... values) {
    var all = new StringBuilder();
    for (String value : values) {
      all.append(all.isEmpty() ? "" : ",").append("{\"metric\":{},\"value\":[1.5,").append(value);
      all.append("]}");
    }
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}"
        .formatted(all);
  }

  private static String why(Measured measured) {
    assertThat(measured).isInstanceOf(Measured.Unmeasured.class);
    return ((Measured.Unmeasured) measured).why();
  }

  @Test
  void aNumberIsExactlyWhatWasWritten() {
    assertThat(measured(vector("\"0.0009999999999999999\"")))
        .isEqualTo(new Measured.Value(new BigDecimal("0.0009999999999999999")));
    assertThat(asked).startsWith("/prefix/api/v1/query ").contains("time=1772452800.250");
    assertThat(authorization).isEqualTo("Bearer secret");
    assertThat(
            measured(
                """
                {"status":"success","infos":["a remark"],
                 "data":{"resultType":"scalar","result":[1,"1.5e+06"]}}\
                """))
        .isEqualTo(new Measured.Value(new BigDecimal("1.5E+6")));
  }

  @Test
  void whatIsNotThereIsNotZero() {
    assertThat(measured(vector())).isEqualTo(new Measured.Nothing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"NaN\" | nothing was asked",
        "\"+Inf\" | without end",
        "\"1e999999999\" | no number",
        "7 | no number",
        "\"seven\" | no number",
        "null | no number",
        "[] | no number"
      })
  void whatIsNoNumberIsSaidInWords(String value, String words) {
    assertThat(why(measured(vector(value)))).contains(words);
  }

  @Test
  void severalSeriesAreNotOneNumber() {
    assertThat(why(measured(vector("\"1\"", "\"2\"")))).contains("2 series", "sum()");
  }

  @Test
  void anAnswerThatLacksPartOfTheDataIsNotBelieved() {
    assertThat(
            why(measured(vector("\"1\"").replaceFirst("\\{", "{\"warnings\":[\"store 3 away\"],"))))
        .contains("not sure", "store 3 away");
  }

  @Test
  void whatPrometheusComplainsOfIsToldWithoutControlCharactersAndCut() {
    String complaint =
        "{\"status\":\"error\",\"errorType\":\"%s\",\"error\":\"1:3: parse\\n\\u0000error %s\"}";
    assertThat(why(measured(400, complaint.formatted("bad_data", "x".repeat(5000)))))
        .startsWith("Prometheus does not understand the expression: 1:3: parse error xxx")
        .endsWith("x…")
        .hasSizeLessThan(260);
    assertThat(why(measured(503, complaint.formatted("timeout", "")))).contains("took too long");
    assertThat(why(measured(422, complaint.formatted("execution", "")))).contains("work the");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | PROMETHEUS_TOKEN",
        "403 | PROMETHEUS_TOKEN",
        "302 | redirects",
        "404 | Check prometheus: url:",
        "429 | too often",
        "502 | trouble of its own"
      })
  void aStatusThatIsNoAnswerIsToldWithWhatToDo(int with, String words) {
    assertThat(why(measured(with, "<html>"))).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>hello</html> | is no Prometheus",
        "{} | nothing that it documents",
        "[] | nothing that it documents",
        "{\"status\":\"success\",\"status\":\"success\"} | is no Prometheus",
        "{\"status\":\"success\"} trailing | is no Prometheus",
        "{\"status\":\"success\",\"data\":[]} | no number"
      })
  void whatIsNoPrometheusIsToldSo(String json, String words) {
    assertThat(why(measured(json))).contains(words);
  }

  @Test
  void neitherHugeNorDeepAnswersAreRead() {
    assertThat(why(measured(" ".repeat(4_000_001)))).contains("more than 4 MB");
    assertThat(why(measured("[".repeat(500_000)))).contains("is no Prometheus");
  }

  @Test
  void aSlowAnswerIsNotWaitedForPastTheLimitAlsoAfterItsBeginning() {
    drips = true;
    long began = System.nanoTime();
    try (var prometheus = prometheus(Duration.ofMillis(300))) {
      assertThat(why(prometheus.query("up", NOON))).contains("took longer");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aPrometheusThatIsAwayIsToldSo() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (var prometheus = new Prometheus(URI.create("http://127.0.0.1:" + free), null)) {
      assertThat(why(prometheus.query("up", NOON))).contains("cannot be reached");
    }
    try (var prometheus = new Prometheus(URI.create("http://prometheus.invalid"), null)) {
      assertThat(why(prometheus.query("up", NOON))).contains("No server has the name");
    }
  }

  @Test
  void aRangeHasThePointsThatAreNumbers() {
    body =
        """
        {"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":
          [[1772452800.25,"0.1"],[1772452860.25,"NaN"],[1772452920.25,"0.30000000000000004"]]}]}}\
        """
            .getBytes(StandardCharsets.UTF_8);
    try (var prometheus = prometheus(Duration.ofSeconds(5))) {
      assertThat(
              prometheus.range(
                  "a+b", NOON, NOON.plus(Duration.ofMinutes(2)), Duration.ofMinutes(1)))
          .isEqualTo(
              new Series.Points(
                  List.of(
                      new Series.Point(NOON, new BigDecimal("0.1")),
                      new Series.Point(
                          NOON.plus(Duration.ofMinutes(2)),
                          new BigDecimal("0.30000000000000004")))));
      assertThat(asked).contains("/query_range query=a%2Bb&start=1772452800.250", "&step=60.000");
      assertThatThrownBy(() ->
              prometheus.range("up", NOON, NOON.plus(Duration.ofDays(30)), Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class);
      body = vector().replace("vector", "matrix").getBytes(StandardCharsets.UTF_8);
      assertThat(prometheus.range("up", NOON, NOON, Duration.ofSeconds(1)))
          .isEqualTo(new Series.Nothing());
    }
  }
}
