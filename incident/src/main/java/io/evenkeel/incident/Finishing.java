package io.evenkeel.incident;

import java.util.HashMap;
import java.util.Map;

/**
 * How this installation sees to it that postmortems are finished.
 *
 * @param bySeverity what follows from resolving an incident of that severity; nothing for others
 * @param days so many working days an owner has who is named by a button
 */
public record Finishing(Map<Severity, Asks> bySeverity, int days) {

  /** What follows from the end of an incident. */
  public enum Asks {
    /** Somebody is to finish it: its owner, else its commander, is asked the next morning. */
    OWNER,
    /** It is offered once, by buttons. */
    OFFER,
    NOTHING
  }

  public static final Finishing STANDARD =
      new Finishing(
          Map.of(
              new Severity("SEV-1"), Asks.OWNER,
              new Severity("SEV-2"), Asks.OWNER,
              new Severity("SEV-3"), Asks.OFFER),
          5);

  public Finishing {
    bySeverity = Map.copyOf(new HashMap<>(bySeverity));
  }

  public Asks of(Severity severity) {
    return bySeverity.getOrDefault(severity, Asks.NOTHING);
  }
}
