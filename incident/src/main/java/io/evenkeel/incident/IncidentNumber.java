package io.evenkeel.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number people say: {@code INC-42}. Counted from 1 without gaps. */
public record IncidentNumber(int value) implements Comparable<IncidentNumber> {
  private static final Pattern TYPED = Pattern.compile("(?:INC-?)?0*([1-9][0-9]{0,8})");

  public IncidentNumber {
    if (value < 1) {
      throw new IllegalArgumentException("incident numbers start at 1: " + value);
    }
  }

  /** Reads {@code INC-42}, {@code inc42} or {@code 42}; empty for anything else. */
  public static Optional<IncidentNumber> parse(String typed) {
    var match = TYPED.matcher(typed.strip().toUpperCase(Locale.ROOT));
    return match.matches()
        ? Optional.of(new IncidentNumber(Integer.parseInt(match.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(IncidentNumber other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "INC-" + value;
  }
}
