package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.persistence.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what is there: no more, no less, and as it answers. */
final class ApiTest {
  private static final Database DATABASE = Database.open(TestPostgres.migrated());
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode DOCUMENT = JSON.readTree(Api.description());
  private static final Set<String> TYPES = Set.of("string", "boolean", "array", "integer", "null");

  private final TestSite site = new TestSite(DATABASE);

  @BeforeAll
  static void people() {
    SomePeople.known(DATABASE);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void everyRouteIsInTheDocumentAndEveryPathOfItIsARoute() {
    var api =
        new Api(
            new Bearer(
                new Entrance(new Keys(DATABASE, null), null, URI.create("http://127.0.0.1"), 0),
                () -> TestSite.NOW),
            site.rooms(DATABASE, null, null));
    var routes = new TreeSet<String>();
    api.routes().forEach(route -> routes.add(route.method().name() + " " + route.path()));
    var described = new TreeSet<String>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().propertyNames().stream()
                .filter(method -> !method.equals("parameters"))
                .forEach(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(routes);
  }

  /** Another class that served something below it would not be in the document. */
  @Test
  void nobodyElseServesAnythingBelowIt() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files.filter(Files::isRegularFile).filter(ApiTest::servesApi).map(Path::getFileName))
          .extracting(Path::toString)
          .containsExactly("Api.java");
    }
  }

  private static boolean servesApi(Path file) {
    try {
      return Files.readString(file).contains("\"/api/v1");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itIsServedToAnybodyAndIsOpenApi31() throws Exception {
    HttpResponse<String> served = site.get("/api/v1/openapi.json", "");
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    JsonNode document = JSON.readTree(served.body());
    assertThat(document.path("openapi").asString()).startsWith("3.1.");
    assertThat(document.path("info").path("title").asString()).isEqualTo("Evenkeel");
    assertThat(document.path("info").path("version").asString()).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = DOCUMENT.findValues("$ref");
    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      String pointer = reference.asString().substring(1);
      assertThat(DOCUMENT.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void aCommandIsAnsweredAsItSays() throws Exception {
    JsonNode asked = schema("Command");
    assertThat(names(asked.path("properties"))).containsExactlyInAnyOrder("text", "as", "channel");
    conforms(declared(), 200);
    conforms(site.command("two", "{\"text\":\"list\",\"as\":\"alice\"}"), 200);
    conforms(site.command("three", "{\"text\":\"xyzzy\",\"as\":\"alice\"}"), 200);
    conforms(site.command("four", "no json"), 400);
    conforms(site.command("five", "{\"text\":\"list\",\"as\":\"nobody at all\"}"), 422);
    conforms(site.command("one", "{\"text\":\"declare another\",\"as\":\"alice\"}"), 422);
    site.restart(null, site.rooms(DATABASE, null, "another-token"));
    conforms(site.command("six", "{\"text\":\"list\",\"as\":\"alice\"}"), 401);
    try (Database away = TestSite.away()) {
      site.restart(null, site.rooms(away, null, TestSite.TOKEN));
      conforms(site.command("seven", "{\"text\":\"list\",\"as\":\"alice\"}"), 503);
    }
  }

  /** A first command on a busy machine may be over its time; its key makes a repeat harmless. */
  private HttpResponse<String> declared() throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    HttpResponse<String> response;
    do {
      response = site.command("one", "{\"text\":\"declare API is down\",\"as\":\"alice\"}");
    } while (response.statusCode() == 503 && System.nanoTime() < deadline);
    return response;
  }

  @Test
  void adviceOnAPostmortemIsAnsweredAsItSays() throws Exception {
    declared();
    JsonNode lint =
        DOCUMENT.path("paths").path("/api/v1/incidents/{number}/postmortem/lint").path("get");
    String path = "/api/v1/incidents/INC-1/postmortem/lint";
    String token = "Bearer " + TestSite.TOKEN;
    conforms(site.get(path, token), 200, lint);
    conforms(site.get(path, ""), 401, lint);
    conforms(site.get(path.replace("INC-1", "INC-99"), token), 404, lint);
    try (Database away = TestSite.away()) {
      site.restart(null, site.rooms(away, null, TestSite.TOKEN));
      conforms(site.get(path, token), 503, lint);
    }
  }

  private static void conforms(HttpResponse<String> response, int status) {
    conforms(response, status, DOCUMENT.path("paths").path("/api/v1/commands").path("post"));
  }

  private static void conforms(HttpResponse<String> response, int status, JsonNode operation) {
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode described = resolved(operation.path("responses").path(String.valueOf(status)));
    assertThat(described.path("description").asString(""))
        .as("%d is described", status)
        .isNotEmpty();
    String type = response.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
    JsonNode content = described.path("content").path(type);
    assertThat(content.isMissingNode()).as("%d as %s", status, type).isFalse();
    names(described.path("headers"))
        .forEach(name -> assertThat(response.headers().firstValue(name)).as(name).isPresent());
    if (type.equals("application/json")) {
      matches(JSON.readTree(response.body()), resolved(content.path("schema")));
    }
  }

  /** As much of JSON Schema as the document uses; a word of it that is not known here fails. */
  private static void matches(JsonNode value, JsonNode schema) {
    assertThat(names(value)).as("fields").containsAll(texts(schema.path("required")));
    assertThat(names(schema.path("properties"))).as("known fields").containsAll(names(value));
    value
        .properties()
        .forEach(field -> {
          JsonNode of = schema.path("properties").path(field.getKey());
          List<String> types =
              of.path("type").isArray()
                  ? texts(of.path("type"))
                  : List.of(of.path("type").asString());
          assertThat(TYPES).containsAll(types);
          JsonNode given = field.getValue();
          String type =
              given.isNull()
                  ? "null"
                  : given.isArray() ? "array" : given.isBoolean() ? "boolean" : "string";
          assertThat(types).as(field.getKey()).contains(type);
          if (given.isString() && of.has("pattern")) {
            assertThat(given.stringValue()).matches(of.path("pattern").stringValue());
          }
        });
  }

  private static JsonNode schema(String name) {
    return DOCUMENT.path("components").path("schemas").path(name);
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").stringValue().substring(1)) : node;
  }

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }
}
