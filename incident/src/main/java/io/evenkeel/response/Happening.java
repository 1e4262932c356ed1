package io.evenkeel.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an incident.
 *
 * @param severity as it is afterwards, by the scale's name
 * @param status as it is afterwards, by its word
 * @param role the one that nobody holds any more, by its name; null for anything else
 */
public record Happening(
    Trigger trigger,
    String severity,
    String status,
    List<String> services,
    Nature nature,
    @Nullable String role) {
  public Happening {
    services = List.copyOf(services);
  }
}
