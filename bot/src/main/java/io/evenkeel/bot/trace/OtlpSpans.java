package io.evenkeel.bot.trace;

import io.evenkeel.persistence.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Steps that are kept and sent; the log's lines within carry the trace's id. */
final class OtlpSpans implements Spans {
  /** The field of a log's line. */
  private static final String TRACE_ID = "trace_id";

  private final Tracer tracer;

  OtlpSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public <T extends @Nullable Object> T command(String said, Supplier<T> work) {
    Span span =
        tracer
            .spanBuilder("command " + said)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("evenkeel.command", said)
            .startSpan();
    return within(span, () -> tied(span, work));
  }

  @Override
  public <T extends @Nullable Object> T transaction(Supplier<T> work) {
    Span span =
        tracer
            .spanBuilder("transaction")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("db.system.name", "postgresql")
            .startSpan();
    return within(span, work::get);
  }

  @Override
  public <T extends @Nullable Object> T effect(
      @Nullable String trace, String stream, String kind, Supplier<T> work) {
    SpanBuilder builder =
        tracer
            .spanBuilder("effect " + kind)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("evenkeel.stream", stream)
            .setAttribute("evenkeel.effect", kind);
    Span span = builder.setParent(Traceparent.context(trace)).startSpan();
    return within(span, () -> tied(span, work));
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T call(String method, Work<T, X> work)
      throws X {
    if (!Span.current().getSpanContext().isValid()) {
      // A look at people or a probe: a trace of its own would say nothing.
      return work.run();
    }
    Span span =
        tracer
            .spanBuilder("slack " + method)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("evenkeel.slack.method", method)
            .startSpan();
    return within(span, work);
  }

  @Override
  public void outcome(String word) {
    Span.current().setAttribute("evenkeel.outcome", word);
  }

  /** Effects that are decided in it go on with it. */
  private static <T extends @Nullable Object> T tied(Span span, Supplier<T> work) {
    return ScopedValue.where(Trace.PARENT, Traceparent.of(span)).call(work::get);
  }

  private static <T extends @Nullable Object, X extends Exception> T within(
      Span span, Work<T, X> work) throws X {
    String before = MDC.get(TRACE_ID);
    boolean ended = false;
    try (var _ = Context.current().with(span).makeCurrent()) {
      MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
      T result = work.run();
      ended = true;
      return result;
    } finally {
      if (!ended) {
        // Without the exception's words: they may quote people.
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
      if (before == null) {
        MDC.remove(TRACE_ID);
      } else {
        MDC.put(TRACE_ID, before);
      }
    }
  }
}
