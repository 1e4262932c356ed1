package io.evenkeel.slo;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is promised, and what follows when a budget is nearly spent.
 *
 * @param severities of the incident that is declared, by its service's tier; a tier that is not
 *     named has the usual one
 * @param declares whether one is declared at all
 * @param executives who is told when nothing is left: a channel with # or a person with @; null for
 *     nobody
 */
public record Spending(
    Objectives objectives,
    Map<Integer, String> severities,
    boolean declares,
    @Nullable String executives) {
  /** Nothing is promised. */
  public static final Spending NONE = new Spending(Objectives.NONE, Map.of(), true, null);

  public Spending {
    severities = Map.copyOf(severities);
  }

  /** The severity that is configured for a tier; empty for the usual one. */
  public Optional<String> severity(int tier) {
    return Optional.ofNullable(severities.get(tier));
  }

  /** The same with these promises. */
  public Spending of(Objectives others) {
    return new Spending(others, severities, declares, executives);
  }
}
