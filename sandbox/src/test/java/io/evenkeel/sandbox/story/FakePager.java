package io.evenkeel.sandbox.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Receives signed webhooks as docs/paging.md tells: what is not signed is refused with 401, and an
 * event that comes again is taken and not heard twice.
 */
final class FakePager implements AutoCloseable {
  private final HttpServer server;
  private final String secret;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> events = new ConcurrentHashMap<>();

  FakePager(String secret) throws IOException {
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/page", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  void eventually(String event) {
    Stage.eventually("the pager hears " + event, () -> heard.contains(event));
  }

  /** The same where a time is at the end. */
  void heardLike(String start) {
    Stage.eventually(
        "the receiver hears " + start, () -> heard.stream().anyMatch(one -> one.startsWith(start)));
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String stamp = header(exchange, "X-Evenkeel-Timestamp");
    String event = header(exchange, "X-Evenkeel-Event-Id");
    boolean signed =
        !event.isEmpty()
            && MessageDigest.isEqual(
                bytes(signature(stamp, body)), bytes(header(exchange, "X-Evenkeel-Signature")));
    if (signed && events.putIfAbsent(event, body) == null) {
      JsonNode json = Json.parse(body);
      String by = json.path("acknowledged_by").asString("");
      heard.add(
          json.path("event").asString("")
              + " "
              + json.path("key").asString("")
              + (by.isEmpty() ? "" : " by " + by));
    }
    exchange.sendResponseHeaders(signed ? 204 : 401, -1);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private String signature(String stamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(bytes("v1:" + stamp + ":" + body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
