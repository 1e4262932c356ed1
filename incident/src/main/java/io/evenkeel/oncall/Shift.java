package io.evenkeel.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call on one layer for a while. Somebody whose own turn follows theirs has two shifts.
 *
 * @param who null for nobody: the layer has a gap
 * @param since null where it was always so
 * @param until the first instant after it; null where it stays so
 */
public record Shift(
    String layer,
    @Nullable Participant who,
    @Nullable Instant since,
    @Nullable Instant until,
    Why why) {

  /** The name, or the word {@code nobody}. */
  public String whoOrNobody() {
    return who == null ? "nobody" : who.name();
  }
}
