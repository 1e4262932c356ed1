package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.outbound.SocketHub;
import io.evenkeel.sandbox.outbound.SocketLine;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;

/** The WebSockets under {@code /link/}. */
final class SocketHttp {
  private static final String LINK = "link";
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final SocketHub hub;

  SocketHttp(SocketHub hub) {
    this.hub = hub;
  }

  void configure(WsConfig ws) {
    ws.onConnect(context -> {
      context.session.setIdleTimeout(IDLE);
      SocketHub.Link link = hub.opened(context.queryParam("ticket"), new Line(context));
      if (link != null) {
        context.attribute(LINK, link);
        if (!context.session.isOpen()) {
          hub.closed(link); // broken before it was known whose it was
        }
      }
    });
    ws.onMessage(context -> {
      SocketHub.Link link = context.attribute(LINK);
      if (link != null) {
        hub.received(link, context.message());
      }
    });
    ws.onClose(context -> {
      SocketHub.Link link = context.attribute(LINK);
      if (link != null) {
        hub.closed(link);
      }
    });
  }

  private record Line(WsContext context) implements SocketLine {
    @Override
    public void send(String text) {
      if (context.session.isOpen()) {
        context.session.sendText(text, Callback.NOOP);
      }
    }

    @Override
    public void close(int code, String reason) {
      context.session.close(code, reason, Callback.NOOP);
    }

    @Override
    public void cut() {
      context.session.disconnect();
    }
  }
}
