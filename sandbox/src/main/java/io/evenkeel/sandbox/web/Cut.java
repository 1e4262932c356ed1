package io.evenkeel.sandbox.web;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Cuts a connection without a word, as a dying network does. */
final class Cut {

  /** Ends the handler after the cut; nothing can be answered any more. */
  static final class Done extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Done() {
      super("the connection was cut on purpose", null, false, false);
    }
  }

  private Cut() {}

  static Done connection(Context ctx) {
    EndPoint socket =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    socket.close();
    return new Done();
  }
}
