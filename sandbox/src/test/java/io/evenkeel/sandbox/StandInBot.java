package io.evenkeel.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An app that keeps every request it gets and answers as the test says. */
final class StandInBot implements AutoCloseable {

  record Request(Map<String, String> headers, String body) {

    Map<String, String> form() {
      return Arrays.stream(body.split("&"))
          .map(p -> p.split("=", 2))
          .collect(Collectors.toMap(p -> decode(p[0]), p -> decode(p[1])));
    }

    /** A form field that must be there. */
    String field(String name) {
      return Objects.requireNonNull(form().get(name), name);
    }

    private static String decode(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  record Response(int status, String contentType, String body) {

    static Response empty() {
      return new Response(200, "text/plain", "");
    }

    static Response json(String body) {
      return new Response(200, "application/json", body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Response> answer = r -> Response.empty();

  StandInBot() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/slack/events", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    Request request = new Request(headers, body);
    Response response = answer.apply(request);
    requests.add(request);
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", response.contentType());
    exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answers(Function<Request, Response> next) {
    answer = next;
  }

  List<Request> requests() {
    return new ArrayList<>(requests);
  }

  /** The bodies of the events of this type, in the order they came. */
  List<String> events(String type) {
    return requests.stream()
        .map(Request::body)
        .filter(b -> b.startsWith("{") && b.contains("\"type\":\"" + type + "\""))
        .toList();
  }

  /** Waits until this is so, at most five seconds. */
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come about in 5 s");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
