package io.evenkeel.incident;

import java.util.Locale;

/**
 * Live, practised, or written down afterwards. Drills page nobody outside, publish nothing and
 * count in no metric.
 */
public enum Mode {
  LIVE,
  DRILL,
  BACKFILL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
