package io.evenkeel.slo;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted, as two questions in PromQL. In both {@code {{window}}} stands for the range that
 * is looked at, such as {@code 5m}.
 *
 * @param bad how many of the valid ones were bad
 * @param valid how many there were; what clients did wrong stands in neither
 */
public record Indicator(Kind kind, String bad, String valid) {
  /** Ends a {@code valid} that counts each moment the same: one, wherever something is measured. */
  public static final String EACH_MOMENT = " * 0 + 1";

  /** Where a question holds the range. */
  public static final String WINDOW = "{{window}}";

  /** Of what it tells (Google's SRE Workbook, "SLI implementation"). */
  public enum Kind {
    AVAILABILITY("availability"),
    LATENCY("latency"),
    ERROR_RATE("error rate"),
    CORRECTNESS("correctness");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As people read it. */
    public String word() {
      return word;
    }

    /** As files write it: {@code error_rate}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** By its word or key, in any case, with a blank, a hyphen or an underscore. */
    public static Optional<Kind> find(String written) {
      String wanted = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      return Arrays.stream(values()).filter(kind -> kind.key().equals(wanted)).findFirst();
    }
  }

  /** How many were bad, asked over that range, such as {@code 30d}. */
  public String bad(String range) {
    return bad.replace(WINDOW, range);
  }

  /** How many there were, asked over that range. */
  public String valid(String range) {
    return valid.replace(WINDOW, range);
  }

  /**
   * Whether the questions count ({@code increase}, {@code …_over_time} of what is counted); else
   * they ask how much it is in each second.
   */
  public boolean counts() {
    return !valid.endsWith(EACH_MOMENT)
        && valid.matches("(?s).*\\b(increase|count_over_time|sum_over_time)\\s*\\(.*");
  }

  /** Whether events are asked for, as far as the question tells: neither moments nor levels. */
  public boolean countsEvents() {
    return !valid.endsWith(EACH_MOMENT)
        && valid.matches("(?s).*\\b(rate|increase|count_over_time|sum_over_time)\\s*\\(.*");
  }

  /**
   * How many valid ones there were in that time, without labels, as PromQL.
   *
   * @param range the same time as Prometheus writes it
   */
  public String events(Duration time, String range) {
    // As with shares: 100 of an hour come out as a hair less than 100.
    return "round(%s%s, 1e-6)"
        .formatted(summed(valid(range)), counts() ? "" : " * " + time.toSeconds());
  }

  /**
   * The share that was bad over that range, from 0 to 1 and without labels, as PromQL. It has no
   * value while nothing was asked or nothing is measured.
   */
  public String share(String range) {
    // A counter that never counted has no series: no error yet is not "unknown". Counters are read
    // one after the other, so that for a moment a little more may be bad than there was.
    return "clamp((%s or vector(0)) / (%s > 0), 0, 1)"
        .formatted(summed(bad(range)), summed(valid(range)));
  }

  /** One value without labels: the sum of what a question yields, unless it is a sum as a whole. */
  public static String summed(String question) {
    if (!question.startsWith("sum(")) {
      return "sum(" + question + ")";
    }
    int depth = 0;
    for (int i = 0; i < question.length() - 1; i++) {
      char c = question.charAt(i);
      if (c == '"' || c == '\'' || c == '`') {
        i = Math.max(i, question.indexOf(c, i + 1));
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && i > 3) {
        return "sum(" + question + ")";
      }
    }
    return question;
  }
}
