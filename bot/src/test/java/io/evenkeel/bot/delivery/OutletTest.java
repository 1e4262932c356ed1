package io.evenkeel.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.incident.PageEffect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OutletTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEY = "evenkeel/incidents.example.org/INC-42/page/3";
  private static final String ROUTING = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-03-10T14:32:00Z");

  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> raw = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new HashMap<>();
  private int status = 202;
  private HttpServer server;

  @BeforeEach
  void receives() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    raw.add(body);
    bodies.add(JSON.readTree(body));
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    if (status == 302) {
      exchange.getResponseHeaders().set("Location", url() + "elsewhere");
    }
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Test
  void pagerDutyGetsTheSameKeyForEverythingAboutOnePage() throws Exception {
    for (PageEffect.Ring.What what : PageEffect.Ring.What.values()) {
      pager().tell(alert(what, "API down"));
    }

    assertThat(bodies)
        .allSatisfy(body -> {
          assertThat(body.path("dedup_key").asString()).isEqualTo(KEY);
          assertThat(body.path("routing_key").asString()).isEqualTo(ROUTING);
        });
    assertThat(bodies)
        .extracting(body -> body.path("event_action").asString())
        .containsExactly("trigger", "acknowledge", "resolve");
    JsonNode payload = bodies.getFirst().path("payload");
    assertThat(payload.path("severity").asString()).isEqualTo("critical");
    assertThat(payload.path("summary").asString()).isEqualTo("API down");
    assertThat(bodies.get(1).has("payload")).isFalse();
  }

  @Test
  void whatPagerDutyShowsIsWithinItsLimit() throws Exception {
    pager().tell(alert(PageEffect.Ring.What.TRIGGER, "🔥".repeat(2_000)));

    assertThat(bodies.getFirst().path("payload").path("summary").asString())
        .hasSizeLessThanOrEqualTo(1024)
        .endsWith("…");
  }

  @Test
  void aWebhookIsSignedOverItsTimeAndItsBody() throws Exception {
    hook(url()).tell(alert(PageEffect.Ring.What.ACKNOWLEDGE, "API down"));

    assertThat(headers)
        .containsEntry("X-evenkeel-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry("X-evenkeel-event-id", "effect-1")
        .containsEntry(
            "X-evenkeel-signature",
            Webhook.signature("s".repeat(20), "1773153120", raw.getFirst()));
    assertThat(bodies.getFirst().path("acknowledged_by").asString()).isEqualTo("dana");
  }

  @Test
  void aKnownSignatureStaysTheSame() {
    // printf 'v1:1773153120:{}' | openssl dgst -sha256 -hmac secret
    assertThat(Webhook.signature("secret", "1773153120", "{}")).matches("v1=[0-9a-f]{64}");
    assertThat(Webhook.signature("secret", "1773153121", "{}"))
        .isNotEqualTo(Webhook.signature("secret", "1773153120", "{}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 302})
  void whatIsRefusedForGoodIsNotTriedAgainAndNoRedirectIsFollowed(int answer) {
    status = answer;

    assertThat(fault(pager())).isInstanceOf(Fault.Rejected.class);
    assertThat(bodies).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503})
  void whatMayHaveBeenTakenIsTriedAgain(int answer) {
    status = answer;

    assertThat(fault(pager()))
        .isEqualTo(new Fault.Unknown("pager answered with HTTP " + answer, true));
  }

  @Test
  void tooManyWaitsAsLongAsTheReceiverSays() {
    status = 429;

    assertThat(fault(pager())).isEqualTo(new Fault.Limited(Duration.ofSeconds(7)));
  }

  @Test
  void aReceiverThatIsNotThereIsTriedAgain() {
    URI url = url();
    server.stop(0);

    assertThat(fault(hook(url))).isInstanceOf(Fault.Unknown.class);
  }

  @Test
  void aNameThatLeadsIntoOurOwnNetworkIsRefusedUnlessThatIsMeant() throws Exception {
    var named = URI.create("http://pager.example.org:" + url().getPort() + "/");
    var courier = courier(Reach.EVERYWHERE);

    assertThat(fault(Outlet.pagerDuty(courier, "pager", named, ROUTING, false)))
        .isInstanceOfSatisfying(
            Fault.Rejected.class, why -> assertThat(why.why()).contains("not public", "internal"));
    assertThat(bodies).isEmpty();

    Outlet.pagerDuty(courier, "pager", named, ROUTING, true)
        .tell(alert(PageEffect.Ring.What.TRIGGER, "API down"));
    assertThat(bodies).hasSize(1);
  }

  @Test
  void aNameThatChangesItsMindIsLookedAtWhereItConnects() throws Exception {
    // Public whenever somebody asks before the call, ours when the call is made.
    var asked = new AtomicInteger();
    Dns rebinding =
        _ ->
            asked.getAndIncrement() % 2 == 1
                ? List.of(InetAddress.ofLiteral("93.184.215.14"))
                : List.of(InetAddress.getLoopbackAddress());
    var courier = new Courier(Reach.EVERYWHERE, Duration.ofSeconds(2), rebinding);
    var named = URI.create("http://pager.example.org:" + url().getPort() + "/");

    assertThat(fault(Outlet.pagerDuty(courier, "pager", named, ROUTING, false)))
        .isInstanceOf(Fault.Rejected.class);
    assertThat(asked).hasValue(1);
    assertThat(bodies).isEmpty();
  }

  @Test
  void aHostThatIsNotListedIsNotCalled() throws Exception {
    var elsewhere = courier(new Reach(List.of("events.pagerduty.com")));
    assertThat(fault(Outlet.pagerDuty(elsewhere, "pager", url(), ROUTING, true)))
        .isInstanceOfSatisfying(
            Fault.Rejected.class, why -> assertThat(why.why()).contains("outgoing: allow:"));
    assertThat(bodies).isEmpty();

    Outlet.pagerDuty(courier(new Reach(List.of("127.0.0.1"))), "pager", url(), ROUTING, false)
        .tell(alert(PageEffect.Ring.What.TRIGGER, "API down"));
    assertThat(bodies).hasSize(1);
  }

  /** Every name leads here. */
  private static Courier courier(Reach reach) {
    return new Courier(
        reach, Duration.ofSeconds(5), _ -> List.of(InetAddress.getLoopbackAddress()));
  }

  private static Fault fault(Outlet outlet) {
    return catchThrowableOfType(
            SlackFault.class, () -> outlet.tell(alert(PageEffect.Ring.What.TRIGGER, "API down")))
        .fault();
  }

  private Outlet pager() {
    return Outlet.pagerDuty(courier(Reach.EVERYWHERE), "pager", url(), ROUTING, false);
  }

  private static Outlet hook(URI url) {
    return Outlet.webhook(
        new Webhook(
            courier(Reach.EVERYWHERE),
            "hook",
            url,
            "s".repeat(20),
            false,
            InstantSource.fixed(NOW)));
  }

  private static Alert alert(PageEffect.Ring.What what, String summary) {
    return new Alert(KEY, "effect-1", what, "INC-42", 3, summary, "SEV-1", 0, NOW, "dana");
  }
}
