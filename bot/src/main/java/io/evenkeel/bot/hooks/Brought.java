package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import java.util.List;

/** What a request turned out to hold. */
public sealed interface Brought {

  /**
   * Alerts to keep.
   *
   * @param name what the sender calls the first of them: its {@code dedup_key}, where it had none
   *     the one it was given
   * @param leftOut what was too much to keep, in words; "" for nothing
   */
  record Alerts(Arrival arrival, String name, String leftOut) implements Brought {}

  /** Nothing to keep, and nothing wrong; the words say why. */
  record Nothing(String words) implements Brought {}

  /**
   * It cannot be read.
   *
   * @param faults at least one: which field, what is wrong, what it should be
   */
  record Faulty(List<String> faults) implements Brought {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Whoever sent it does not have the secret. */
  record Stranger(String words) implements Brought {}
}
