package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.api.Answer;
import io.evenkeel.sandbox.api.WebApi;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/METHOD}: reads a call off HTTP, lets go wrong what shall, records it, answers. */
final class ApiHttp {

  private static final Set<Kind> BREAKING =
      Set.of(
          Kind.RATELIMITED,
          Kind.ERROR,
          Kind.ERROR_APPLIED,
          Kind.FATAL,
          Kind.FATAL_APPLIED,
          Kind.DROP,
          Kind.DROP_APPLIED,
          Kind.TIMEOUT_APPLIED,
          Kind.HOLD,
          Kind.HOLD_APPLIED,
          Kind.REVOKED);

  private final Workspace workspace;
  private final WebApi api;
  private final Faults faults;
  private final Calls calls;

  ApiHttp(Workspace workspace, WebApi api, Faults faults, Calls calls) {
    this.workspace = workspace;
    this.api = api;
    this.faults = faults;
    this.calls = calls;
  }

  void handle(Context ctx) throws InterruptedException {
    Incoming in = Incoming.read(ctx, api);
    Optional<Fault> slow = faults.take(in.method(), Set.of(Kind.SLOW));
    if (slow.isPresent()) {
      Thread.sleep(slow.get().ms());
    }
    Optional<Fault> fault = faults.take(in.method(), BREAKING);
    if (fault.isPresent()) {
      broken(ctx, in, fault.get());
    } else {
      send(ctx, performed(in));
    }
  }

  private Answer performed(Incoming in) {
    Answer answer = perform(in);
    record(in, answer.applied(), answer.status(), answer.body());
    return answer;
  }

  private void broken(Context ctx, Incoming in, Fault fault) throws InterruptedException {
    switch (fault.kind()) {
      case RATELIMITED -> refuse(ctx, in, Answer.rateLimited(fault.retryAfter()));
      case REVOKED -> refuse(ctx, in, Answer.error("token_revoked"));
      case ERROR -> serverError(ctx, in, false);
      case ERROR_APPLIED -> serverError(ctx, in, perform(in).applied());
      case FATAL -> fatal(ctx, in, false);
      case FATAL_APPLIED -> fatal(ctx, in, perform(in).applied());
      case DROP -> {
        record(in, false, 0, null);
        throw Cut.connection(ctx);
      }
      case DROP_APPLIED -> {
        record(in, perform(in).applied(), 0, null);
        throw Cut.connection(ctx);
      }
      case TIMEOUT_APPLIED -> {
        record(in, perform(in).applied(), 0, null);
        Thread.sleep(fault.ms());
        throw Cut.connection(ctx);
      }
      case HOLD -> {
        if (!faults.hold(in.method()).await()) {
          record(in, false, 0, null);
          throw Cut.connection(ctx);
        }
        send(ctx, performed(in));
      }
      case HOLD_APPLIED -> {
        Answer answer = performed(in);
        if (!faults.hold(in.method()).await()) {
          throw Cut.connection(ctx);
        }
        send(ctx, answer);
      }
      case SLOW, HISTORY_LAG, DUPLICATE_DELIVERY, REORDER_DELIVERY ->
          throw new IllegalStateException(fault + " breaks no call");
    }
  }

  private void refuse(Context ctx, Incoming in, Answer answer) {
    record(in, false, answer.status(), answer.body());
    send(ctx, answer);
  }

  private void fatal(Context ctx, Incoming in, boolean applied) {
    Answer answer = Answer.error("fatal_error");
    record(in, applied, answer.status(), answer.body());
    send(ctx, answer);
  }

  private void serverError(Context ctx, Incoming in, boolean applied) {
    record(in, applied, 500, null);
    ctx.status(500).contentType("text/html").result("<h1>Internal Server Error</h1>");
  }

  private Answer perform(Incoming in) {
    if (!in.error().isEmpty()) {
      return Answer.error(in.error());
    }
    boolean reads = in.method().matches("conversations\\.(history|replies)");
    Duration lag =
        reads
            ? faults
                .take(in.method(), Set.of(Kind.HISTORY_LAG))
                .map(f -> Duration.ofMillis(f.ms()))
                .orElse(Duration.ZERO)
            : Duration.ZERO;
    return api.call(in.method(), in.args(), in.token(), lag);
  }

  private void record(Incoming in, boolean applied, int status, @Nullable JsonNode answer) {
    calls.add(
        new Calls.Recorded(
            workspace.now(), in.method(), in.args().values(), applied, status, answer));
  }

  private static void send(Context ctx, Answer answer) {
    answer.headers().forEach(ctx::header);
    ctx.header("X-Slack-Req-Id", Integer.toHexString(System.identityHashCode(answer)));
    ctx.status(answer.status())
        .contentType("application/json; charset=utf-8")
        .result(Json.bytes(answer.body()));
  }
}
