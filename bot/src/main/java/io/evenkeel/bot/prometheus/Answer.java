package io.evenkeel.bot.prometheus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What an answer means. It is believed only when it is whole: one with warnings lacks part of the
 * data, or stands for another question than was meant.
 */
final class Answer {
  /** As Go prints floating-point numbers; no power of ten is beyond what a double has. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

  private static final int LONGEST_WORDS = 200;

  private Answer() {}

  static Measured measured(Said said) {
    return switch (said) {
      case Said.Failed(String why) -> new Measured.Unmeasured(why);
      case Said.Json(int status, JsonNode body) ->
          complaint(status, body)
              .<Measured>map(Measured.Unmeasured::new)
              .orElseGet(() -> measured(body.path("data")));
    };
  }

  static Series series(Said said) {
    return switch (said) {
      case Said.Failed(String why) -> new Series.Unmeasured(why);
      case Said.Json(int status, JsonNode body) ->
          complaint(status, body)
              .<Series>map(Series.Unmeasured::new)
              .orElseGet(() -> series(body.path("data")));
    };
  }

  private static Optional<String> complaint(int status, JsonNode body) {
    if (body.path("status").asString("").equals("error")) {
      return Optional.of(
          switch (body.path("errorType").asString("")) {
                case "bad_data" -> "Prometheus does not understand the expression: ";
                case "timeout" -> "Prometheus took too long for the expression: ";
                case "execution" -> "Prometheus cannot work the expression out: ";
                default -> "Prometheus says no: ";
              }
              + words(body.path("error").asString("")));
    }
    if (status != 200 || !body.path("status").asString("").equals("success")) {
      return Optional.of("Prometheus answered with " + status + " and nothing that it documents.");
    }
    return body.path("warnings").isArray() && !body.path("warnings").isEmpty()
        ? Optional.of(
            "Prometheus is not sure of its answer: "
                + words(body.path("warnings").get(0).asString("")))
        : Optional.empty();
  }

  private static Measured measured(JsonNode data) {
    JsonNode result = data.path("result");
    return switch (data.path("resultType").asString("")) {
      case "scalar" -> number(result);
      case "vector" ->
          switch (result.size()) {
            case 0 -> new Measured.Nothing();
            case 1 -> number(result.get(0).path("value"));
            default -> new Measured.Unmeasured(several(result.size()));
          };
      default -> new Measured.Unmeasured(noNumber());
    };
  }

  private static Measured number(JsonNode pair) {
    String text = text(pair.path(1));
    return decimal(text)
        .<Measured>map(Measured.Value::new)
        .orElseGet(() ->
            new Measured.Unmeasured(
                switch (text) {
                  case "NaN" ->
                      "The expression is not a number there (NaN): mostly a division by 0, as"
                          + " nothing was asked.";
                  case "+Inf", "-Inf", "Inf" ->
                      "The expression is without end there (" + text + "): a division by 0.";
                  default -> noNumber();
                }));
  }

  private static Series series(JsonNode data) {
    JsonNode result = data.path("result");
    if (!data.path("resultType").asString("").equals("matrix") || !result.isArray()) {
      return new Series.Unmeasured(noNumber());
    }
    if (result.size() > 1) {
      return new Series.Unmeasured(several(result.size()));
    }
    List<Series.Point> points = new ArrayList<>();
    if (result.size() == 1) {
      for (JsonNode pair : result.get(0).path("values")) {
        Optional<Instant> at = decimal(pair.path(0).asString("")).flatMap(Answer::instant);
        Optional<BigDecimal> value = decimal(text(pair.path(1)));
        if (at.isPresent() && value.isPresent()) {
          points.add(new Series.Point(at.get(), value.get()));
        }
      }
    }
    return points.isEmpty() ? new Series.Nothing() : new Series.Points(points);
  }

  /** Numbers are strings there, as JSON knows no NaN. */
  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : "";
  }

  private static Optional<BigDecimal> decimal(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static Optional<Instant> instant(BigDecimal seconds) {
    return seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(1L << 40)) < 0
        ? Optional.of(Instant.ofEpochMilli(seconds.scaleByPowerOfTen(3).longValue()))
        : Optional.empty();
  }

  private static String several(int series) {
    return "The expression has "
        + series
        + " series where one number is needed. Put sum() around it.";
  }

  private static String noNumber() {
    return "Prometheus answered with something that is no number.";
  }

  /** The beginning of what a stranger says. */
  private static String words(String said) {
    String clean = said.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    if (clean.codePointCount(0, clean.length()) > LONGEST_WORDS) {
      return clean.substring(0, clean.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
    }
    return clean.endsWith(".") ? clean : clean + ".";
  }
}
