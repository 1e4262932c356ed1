package io.evenkeel.alert;

import io.evenkeel.hash.Sha256;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The routes of an installation: of those that take an alert the first one counts. What none takes
 * is proposed.
 */
public record Routes(List<Route> all) {
  public static final Routes NONE = new Routes(List.of());

  /** No service has a longer name: a label may hold anything. */
  private static final int LONGEST = 60;

  public Routes {
    all = List.copyOf(all);
  }

  /**
   * @param source whose alert it is
   * @param group what the source grouped it by; empty for nothing
   */
  public Routed of(String source, String group, Signal signal, Catalogue services) {
    Route route =
        all.stream().filter(one -> one.takes(source, signal)).findFirst().orElse(Route.USUAL);
    Optional<String> named = route.serviceOf(signal);
    Optional<Service> known = named.flatMap(services::find);
    String service =
        known
            .map(Service::name)
            .or(() -> named.filter(name -> name.length() <= LONGEST))
            .orElse("");
    return new Routed(
        route.what(),
        key(route.common(source, group, service, signal)),
        service.isEmpty() ? null : service,
        route.severity().of(signal).orElse(null),
        Optional.ofNullable(route.policy()).or(() -> known.map(Service::policy)).orElse(null));
  }

  private static String key(List<String> parts) {
    var whole = new StringBuilder();
    parts.forEach(part ->
        whole.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part));
    return Sha256.hex(whole.toString()).substring(0, 32);
  }
}
