package io.evenkeel.bot.config;

import java.util.List;

/** What became of the configuration: a value, or all that is wrong with it. */
public sealed interface Parsed<T> {

  record Ready<T>(T value) implements Parsed<T> {}

  /**
   * @param faults at least one, in the order in which the variables are documented
   */
  record Faulty<T>(List<Fault> faults) implements Parsed<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
