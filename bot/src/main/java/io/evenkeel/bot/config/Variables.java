package io.evenkeel.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The environment being read: values without the blanks and line ends that secret files bring
 * along, and the faults met so far.
 */
final class Variables {
  private final Map<String, String> environment;
  private final List<Fault> faults = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Empty when it is not set or blank: charts and compose files set what is left out to "". */
  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  Optional<Secret> secret(String name) {
    var value = text(name);
    if (value.isPresent() && value.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      fault(
          name,
          "holds a blank, a line end or a character outside ASCII",
          "Copy it again, without quotes and as one line");
      return Optional.empty();
    }
    return value.map(Secret::new);
  }

  /** A password is taken as it stands but for line ends after it: blanks may belong to it. */
  Optional<Secret> password(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(v -> v.replaceAll("[\\r\\n]+$", ""))
        .filter(v -> !v.isEmpty())
        .map(Secret::new);
  }

  Optional<Integer> number(String name, int least, int most) {
    var value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notOne) {
      // told below, as a number out of range is
    }
    fault(
        name,
        "is \"" + value.get() + "\"",
        "Set a whole number from " + least + " to " + most + ", or leave it out");
    return Optional.empty();
  }

  void fault(String variable, String wrong, String mend) {
    faults.add(new Fault(variable, wrong, mend));
  }

  void faults(List<Fault> more) {
    faults.addAll(more);
  }

  /** The value, if nothing was wrong. */
  <T> Parsed<T> parsed(Supplier<T> value) {
    return faults.isEmpty() ? new Parsed.Ready<>(value.get()) : new Parsed.Faulty<>(faults);
  }
}
