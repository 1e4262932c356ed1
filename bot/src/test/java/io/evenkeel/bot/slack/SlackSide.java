package io.evenkeel.bot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Slack's side of the wire: takes {@code views.*} and what is sent to a response_url. */
final class SlackSide implements AutoCloseable {
  record Call(String path, String body) {}

  private final HttpServer server;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private volatile String answer = "{\"ok\":true}";

  SlackSide() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(exchange.getRequestURI().getPath(), body));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  void refuses(String error) {
    answer = "{\"ok\":false,\"error\":\"" + error + "\"}";
  }

  /** The next call, decoded; waits for it. */
  Call next() {
    try {
      Call call = calls.poll(10, TimeUnit.SECONDS);
      if (call == null) {
        throw new AssertionError("nothing was sent to Slack");
      }
      return new Call(
          call.path(),
          call.body().startsWith("{")
              ? call.body()
              : URLDecoder.decode(call.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void forget() {
    calls.clear();
  }

  boolean silent() {
    return calls.isEmpty();
  }

  String responseUrl() {
    return origin() + "/response/1";
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Slack client() {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(origin() + "/api/");
    config.getSCIM2Config().setStatsEnabled(false);
    config.setStatsEnabled(false);
    return Slack.getInstance(config);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
