package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The short form's measures, from which the queries are written.
 *
 * <pre>
 * availability: {metric: http_requests_total, where: 'job="api"', code: status}
 * latency:      {metric: http_request_duration_seconds, under: 300ms, where: 'job="api"'}
 * error_rate:   {metric: jobs_total, bad: 'result="failed"'}
 * correctness:  {metric: checks_total, bad: 'result="wrong"'}
 * </pre>
 *
 * <p>{@code code} is the label with the HTTP status, else {@code code}. What has a status of 4xx is
 * the client's and counts in neither; a series without that label is counted.
 */
final class Measures {
  private static final Pattern TIME = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s)?");

  private Measures() {}

  static Optional<Indicator> read(Kind kind, Part part) {
    if (!part.isGroup()) {
      part.error("is not a group of keys", "Write metric: below it, or good and total");
      return Optional.empty();
    }
    if (Questions.any(part) && !part.at("metric").present()) {
      part.only("good", "bad", "total");
      return Questions.read(kind, part);
    }
    Optional<String> metric =
        part.at("metric")
            .required("the metric's name, such as http_requests_total")
            .filter(name -> {
              boolean fine = name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*");
              if (!fine) {
                part.at("metric")
                    .error("is no metric's name", "Write the name alone, and the labels in where:");
              }
              return fine;
            });
    Optional<String> where = matchers(part.at("where"));
    Optional<String> code =
        Optional.of(part.at("code").text().orElse("code"))
            .filter(label -> {
              boolean fine = label.matches("[a-zA-Z_][a-zA-Z0-9_]*");
              if (!fine) {
                part.at("code").error("is no label's name", "Write one such as status");
              }
              return fine;
            });
    if (metric.isEmpty() || where.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    var counted = new Counted(metric.get(), where.get(), code.get());
    return switch (kind) {
      case AVAILABILITY -> {
        part.only("metric", "where", "code");
        yield Optional.of(counted.indicator(kind, counted.code + "=~\"5..\""));
      }
      case LATENCY -> latency(part, counted);
      case ERROR_RATE, CORRECTNESS -> bad(kind, part, counted);
    };
  }

  private static Optional<Indicator> bad(Kind kind, Part part, Counted counted) {
    part.only("metric", "where", "code", "bad");
    if (!part.at("bad").present() && kind == Kind.ERROR_RATE) {
      return Optional.of(counted.indicator(kind, counted.code + "=~\"5..\""));
    }
    return part.at("bad")
        .required("which of them are bad, such as 'result=\"wrong\"'")
        .flatMap(_ -> matchers(part.at("bad")))
        .map(bad -> counted.indicator(kind, bad + "," + counted.code + "!~\"4..\""));
  }

  private static Optional<Indicator> latency(Part part, Counted counted) {
    part.only("metric", "where", "code", "under");
    Optional<String> bound = part.at("under").required("how fast is fast enough, such as 300ms");
    Matcher time = TIME.matcher(bound.orElse(""));
    if (!time.matches()) {
      if (bound.isPresent()) {
        part.at("under").error("is no time", "Write one such as 300ms or 0.3s");
      }
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(time.group(1));
    if ("ms".equals(time.group(2))) {
      seconds = seconds.scaleByPowerOfTen(-3);
    }
    String base = counted.metric.replaceAll("_(bucket|count|sum)$", "");
    part.note(
        "counts what is in the bucket le=\"" + plain(seconds) + "\" of " + base,
        "The histogram must have a bucket with just that bound");
    String all = new Counted(base + "_count", counted.where, counted.code).valid();
    String fast =
        new Counted(
                base + "_bucket",
                Stream.of(counted.where, le(seconds))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(",")),
                counted.code)
            .valid();
    return Optional.of(new Indicator(Kind.LATENCY, all + " - (" + fast + " or vector(0))", all));
  }

  private static String plain(BigDecimal seconds) {
    return seconds.stripTrailingZeros().toPlainString();
  }

  /** Bounds are text, and some libraries write a whole one as 1.0. */
  private static String le(BigDecimal seconds) {
    String plain = plain(seconds);
    return plain.contains(".") ? "le=\"" + plain + "\"" : "le=~\"" + plain + "(\\\\.0)?\"";
  }

  /** What stands between the braces of a selector; "" for all. */
  private static Optional<String> matchers(Part part) {
    String text = part.text().orElse("").replaceAll("^\\{|}$", "").strip();
    boolean fine =
        text.isEmpty()
            || text.matches(
                "\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*\"([^\"\\\\]|\\\\.)*\"\\s*"
                    + "(,\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*\"([^\"\\\\]|\\\\.)*\"\\s*)*");
    if (!fine) {
      part.error(
          "is no selection by labels", "Write labels such as 'job=\"api\",path!=\"/healthz\"'");
    }
    return fine ? Optional.of(text) : Optional.empty();
  }

  /** A metric's series but those that tell of a client's error. */
  private record Counted(String metric, String where, String code) {
    Indicator indicator(Kind kind, String bad) {
      return new Indicator(kind, rate(bad), valid());
    }

    String valid() {
      return rate(code + "!~\"4..\"");
    }

    private String rate(String which) {
      String all =
          Stream.of(where, which).filter(one -> !one.isEmpty()).collect(Collectors.joining(","));
      return "sum(rate(" + metric + "{" + all + "}[{{window}}]))";
    }
  }
}
