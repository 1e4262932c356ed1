package io.evenkeel.slo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is done while so much of a budget is left. Each reaches from its lower bound, which is not
 * in it, to that of the one before, which is: exactly half left is {@link #SLOW_DOWN}.
 */
public enum Band {
  /** More than half: as ever. */
  NORMAL("normal", "0.50", "ship as ever"),
  SLOW_DOWN("slow down", "0.25", "ship less at once and review it more"),
  FEATURE_FREEZE("feature freeze", "0.10", "ship what makes it more reliable, nothing else"),
  /** An incident is declared, once for each time that it comes to this. */
  CRITICAL("critical", "0.00", "an incident is declared; whoever is free works on reliability"),
  /** Nothing: what was changed last is rolled back, and executives are told. */
  EXHAUSTED("exhausted", null, "nothing ships but what is rolled back; find the root causes");

  private final String word;
  private final @Nullable BigDecimal above;
  private final String advice;

  Band(String word, @Nullable String above, String advice) {
    this.word = word;
    this.above = above == null ? null : new BigDecimal(above);
    this.advice = advice;
  }

  /**
   * @param left of a budget, as a share of all of it
   */
  public static Band of(BigDecimal left) {
    for (Band band : values()) {
      if (band.above == null || left.compareTo(band.above) > 0) {
        return band;
      }
    }
    return EXHAUSTED;
  }

  /** As people read it. */
  public String word() {
    return word;
  }

  /** What to do meanwhile, in half a sentence. */
  public String advice() {
    return advice;
  }

  /** Whether a pipeline should hold back what is new. */
  public boolean freezes() {
    return switch (this) {
      case NORMAL, SLOW_DOWN -> false;
      case FEATURE_FREEZE, CRITICAL, EXHAUSTED -> true;
    };
  }
}
