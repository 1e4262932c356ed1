package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.bot.delivery.Courier;
import io.evenkeel.bot.delivery.Outlets;
import io.evenkeel.bot.delivery.Webhook;
import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Rule;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import io.evenkeel.response.When;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What response rules tell a webhook: a real receiver, which fails in each way that one can. */
final class HooksTest {
  /** The one of our own is told of private incidents alone. */
  private static final Rules RULES =
      new Rules(
          List.of(
              rule("ops", EnumSet.allOf(Nature.class)), rule("own", EnumSet.of(Nature.PRIVATE))));

  /** Closes the connection without an answer. */
  private static final int CLOSES = 0;

  private static final List<JsonNode> HEARD = new CopyOnWriteArrayList<>();
  private static final List<String> KEYS = new CopyOnWriteArrayList<>();

  /** What it answers next; 204 when there is none. */
  private static final Queue<Integer> ANSWERS = new ConcurrentLinkedQueue<>();

  private static HttpServer receiver;
  private static Bed bed;

  @BeforeAll
  static void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", HooksTest::take);
    receiver.start();
    bed =
        new Bed(
            RULES,
            new Outlets(
                "bed.example.org",
                Map.of(),
                Map.of("ops", hook("ops", false), "own", hook("own", true))));
  }

  @AfterAll
  static void close() {
    bed.close();
    receiver.stop(0);
  }

  @BeforeEach
  void nothingIsHeardYet() {
    HEARD.clear();
    KEYS.clear();
  }

  private static Rule rule(String hook, Set<Nature> of) {
    return new Rule(
        hook,
        EnumSet.allOf(Trigger.class),
        new When(Set.of(), Set.of(), of, Set.of(), Set.of()),
        List.of(new Deed.Webhook(hook)));
  }

  private static Webhook hook(String name, boolean internal) {
    var url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + name);
    return new Webhook(
        new Courier(Reach.EVERYWHERE),
        name,
        url,
        "a-secret-of-some-length",
        internal,
        InstantSource.system());
  }

  private static String at(String path) {
    return HEARD.stream()
        .filter(one -> one.path("to").asString().equals(path))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Integer answer = ANSWERS.poll();
    KEYS.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    HEARD.add(((ObjectNode) Json.parse(body)).put("to", exchange.getRequestURI().getPath()));
    if (answer == null || answer != CLOSES) {
      exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
    }
    exchange.close();
  }

  @Test
  void whatHappensIsToldInOrderAndAsItWasThen() {
    IncidentNumber incident = bed.declare("API down");
    bed.say(incident, new Command.ChangeStatus(Status.MONITORING, null));
    bed.workUntil(() -> HEARD.size() == 2);

    assertThat(HEARD)
        .extracting(one -> one.path("event").asString(), one -> one.path("status").asString())
        .containsExactly(
            tuple("incident.declared", "investigating"), tuple("incident.status", "monitoring"));
    assertThat(HEARD.getFirst().path("title").asString()).isEqualTo("API down");
    assertThat(HEARD.getFirst().path("incident").asString()).isEqualTo(incident.toString());
    assertThat(KEYS.getFirst())
        .startsWith("evenkeel/bed.example.org/" + incident + "/declared/")
        .isEqualTo(HEARD.getFirst().path("key").asString());
  }

  @Test
  void aReceiverThatFailsOrClosesHearsTheSameKeyAgainAndNothingElseWaits() {
    ANSWERS.addAll(List.of(500, CLOSES, 503));
    IncidentNumber incident = bed.declare("API down");
    bed.workUntil(() -> HEARD.size() == 4 && bed.settled());

    assertThat(Set.copyOf(KEYS)).hasSize(1);
    assertThat(Set.copyOf(HEARD)).hasSize(1);
    assertThat(bed.exists("inc-" + incident.value() + "-api-down")).isTrue();
  }

  @Test
  void whatIsRefusedForGoodIsParkedToldAndGoesOutWhenItIsTriedAgain() {
    ANSWERS.add(410);
    IncidentNumber incident = bed.declare("API down");
    bed.workUntil(() -> !bed.parked(incident).isEmpty() && bed.settled());

    assertThat(HEARD).hasSize(1);
    assertThat(bed.told(Bed.ALICE))
        .anySatisfy(message ->
            assertThat(message.toString())
                .contains("webhook outside Slack", "ops refused it with HTTP 410"));
    assertThat(bed.retry(incident).recorded()).isTrue();
    bed.workUntil(() -> HEARD.size() == 2 && bed.parked(incident).isEmpty());
    assertThat(Set.copyOf(KEYS)).hasSize(1);
  }

  @Test
  void ofAPrivateIncidentThereAreNoWordsUnlessTheReceiverIsOneOfOurOwn() {
    bed.declare("Payroll leaked", Visibility.PRIVATE, "SEV-1");
    bed.workUntil(() -> HEARD.size() == 2);

    assertThat(HEARD).allMatch(one -> one.path("private").asBoolean());
    assertThat(HEARD).allMatch(one -> one.path("severity").asString().equals("SEV-1"));
    assertThat(at("/ops")).doesNotContain("Payroll", "title", "services");
    assertThat(at("/own")).contains("Payroll leaked");
  }

  @Test
  void whileSlackRefusesTheTokenOthersAreToldAllTheSame() {
    bed.sandbox.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
    try {
      bed.declare("API down");
      bed.workUntil(() -> HEARD.size() == 1);
      IncidentNumber second = bed.declare("Another one", Visibility.PUBLIC, "SEV-2");
      bed.workUntil(() -> HEARD.size() == 2);
      assertThat(bed.exists("inc-" + second.value() + "-another-one")).isFalse();
    } finally {
      bed.sandbox.faults().clear();
    }
  }

  @Test
  void aDrillTellsNobodyWhateverTheRuleSays() {
    bed.declare("Practice", Visibility.PUBLIC, "SEV-1", Mode.DRILL);
    IncidentNumber real = bed.declare("API down");
    bed.workUntil(() -> !HEARD.isEmpty() && bed.settled());

    assertThat(HEARD)
        .singleElement()
        .satisfies(one -> assertThat(one.path("incident").asString()).isEqualTo(real.toString()));
  }
}
