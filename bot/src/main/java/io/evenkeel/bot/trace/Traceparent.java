package io.evenkeel.bot.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a trace goes on, as text (W3C, "Trace Context", version 00). */
final class Traceparent {
  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  private Traceparent() {}

  static String of(Span span) {
    SpanContext context = span.getSpanContext();
    return "00-"
        + context.getTraceId()
        + "-"
        + context.getSpanId()
        + "-"
        + context.getTraceFlags().asHex();
  }

  /** A context without a span for null and for what is no traceparent: a trace begins. */
  static Context context(@Nullable String text) {
    var form = FORM.matcher(text == null ? "" : text);
    if (!form.matches()) {
      return Context.root();
    }
    SpanContext parent =
        SpanContext.createFromRemoteParent(
            form.group(1),
            form.group(2),
            TraceFlags.fromHex(form.group(3), 0),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(parent));
  }
}
