package io.evenkeel.slo;

/**
 * What is counted, as two questions in PromQL. In both {@code {{window}}} stands for the range that
 * is looked at, such as {@code 5m}.
 *
 * @param bad how many of the valid ones were bad
 * @param valid how many there were; what clients did wrong stands in neither
 */
public record Indicator(Kind kind, String bad, String valid) {
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
    return valid.matches("(?s).*\\b(increase|count_over_time|sum_over_time)\\s*\\(.*");
  }
}
