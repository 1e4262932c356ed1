package io.evenkeel.sandbox.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces over OTLP/HTTP and keeps them. */
final class Collector {
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Span> spans() {
    return spans;
  }

  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (exchange;
        var body =
            zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      ExportTraceServiceRequest.parseFrom(body)
          .getResourceSpansList()
          .forEach(resource ->
              resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
