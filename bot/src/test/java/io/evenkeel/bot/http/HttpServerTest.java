package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {
  private final TestSite site = new TestSite(TestSite.NO_DATABASE);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void theProcessLivesWhateverIsMissing() throws Exception {
    site.missing.add("database: no connection");

    assertThat(site.get("/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void readinessSaysWhatIsMissing() throws Exception {
    var ready = site.get("/readyz", "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo("{\"ready\":true,\"missing\":[],\"warnings\":[],\"parts\":[]}");

    site.missing.add("database: no connection");
    var waiting = site.get("/readyz", "");
    assertThat(waiting.statusCode()).isEqualTo(503);
    assertThat(waiting.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(waiting.body())
        .isEqualTo(
            "{\"ready\":false,\"missing\":[\"database: no"
                + " connection\"],\"warnings\":[],\"parts\":[]}");
  }

  @Test
  void whatWorksAndWhatDoesNotIsToldWithSinceWhenAlsoInWords() throws Exception {
    site.parts.add(new Part("token", false, TestSite.NOW, "Slack refuses it."));

    assertThat(site.get("/readyz", "").body())
        .contains(
            "{\"name\":\"token\",\"works\":false,\"since\":\"2026-11-21T14:32:00Z\","
                + "\"words\":\"Slack refuses it.\"}");
    var words =
        TestSite.CLIENT.send(
            HttpRequest.newBuilder(site.address("/readyz")).header("Accept", "text/plain").build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(words.body())
        .isEqualTo(
            "READY\ntoken     DOES NOT WORK since 2026-11-21T14:32:00Z. Slack refuses it.\n");
  }

  @Test
  void aWarningIsSaidAndTurnsNothingOff() throws Exception {
    site.warnings.add("Slack refuses the token");

    assertThat(site.get("/readyz", "").statusCode()).isEqualTo(200);
    assertThat(site.get("/readyz", "").body())
        .isEqualTo(
            "{\"ready\":true,\"missing\":[],\"warnings\":[\"Slack refuses the"
                + " token\"],\"parts\":[]}");
    assertThat(site.get("/healthz", "").body())
        .isEqualTo("{\"alive\":true,\"warnings\":[\"Slack refuses the token\"]}");
  }

  @Test
  void withoutAManagementPortMetricsAreOnTheOnlyOne() throws Exception {
    site.post(new byte[0]);

    var response = site.get("/metrics", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("evenkeel_slack_acknowledged_seconds_count 1");
    assertThat(site.server().managementPort()).isEqualTo(site.server().port());
  }

  @Test
  void withAManagementPortMetricsAreOnlyThereAndHealthIsOnBoth() throws Exception {
    site.restart(0, site.rooms(TestSite.NO_DATABASE, site.door(), null));

    assertThat(site.get("/metrics", "").statusCode()).isEqualTo(404);
    assertThat(site.get("/healthz", "").statusCode()).isEqualTo(200);
    int management = site.server().managementPort();
    assertThat(management).isNotEqualTo(site.server().port());
    assertThat(site.fetch(management, "/metrics").statusCode()).isEqualTo(200);
    assertThat(site.fetch(management, "/healthz").statusCode()).isEqualTo(200);
    assertThat(site.fetch(management, "/readyz").statusCode()).isEqualTo(200);
    assertThat(site.fetch(management, "/incidents/INC-1/postmortem.md").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/incidents/INC-1", "/slack", "/../etc/passwd", "/%00"})
  void anUnknownPathIsAnsweredPlainly(String path) throws Exception {
    String response = site.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).matches("(?s)HTTP/1.1 40[04] .*").doesNotContainIgnoringCase("jetty");
    assertThat(response).doesNotContain("<html", "\tat ");
  }

  @ParameterizedTest
  @CsvSource({"GET, /slack/events", "POST, /healthz", "DELETE, /incidents/INC-1/postmortem.md"})
  void anotherMethodIsAnsweredPlainly(String method, String path) throws Exception {
    String response =
        site.raw(
            "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(method, path));

    assertThat(response)
        .startsWith("HTTP/1.1 405 ")
        .contains("This address does not take that method.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void aRequestThatIsNoHttpIsRefusedWithoutAPage(String request) throws Exception {
    assertThat(site.raw(request))
        .startsWith("HTTP/1.1 ")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("<html", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/nothing", "/incidents/INC-1/postmortem.md"})
  void everyAnswerForbidsGuessingFramingAndKeeping(String path) throws Exception {
    var headers = site.get(path, "").headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatSetsIt() {
    assertThatThrownBy(() ->
            HttpServer.start(
                new HttpServer.Ports("127.0.0.1", site.server().port(), null),
                site.rooms(TestSite.NO_DATABASE, site.door(), null)))
        .isInstanceOf(CannotListen.class)
        .hasMessageStartingWith(
            "PORT " + site.server().port() + " cannot be listened on at 127.0.0.1: ");
  }
}
