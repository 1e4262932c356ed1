package io.evenkeel.oncall;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The zones that this Java knows by the names of the IANA time zone database. */
final class Zones {
  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  private Zones() {}

  static Optional<String> find(String written) {
    return Optional.of(written.strip()).filter(KNOWN::contains);
  }

  /** The zone that was perhaps meant: other letter case, blanks, or the city alone. */
  static Optional<String> like(String written) {
    String text = bare(written);
    return text.isEmpty()
        ? Optional.empty()
        : KNOWN.stream()
            .filter(zone -> bare(zone).equals(text) || bare(zone).endsWith("/" + text))
            .min((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
  }

  private static String bare(String zone) {
    return zone.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
  }
}
