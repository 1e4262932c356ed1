package io.evenkeel.bot.hooks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All ways in for alerts, open and closed. */
public final class AlertDoors {
  private final Door alertmanager;
  private final Door pagerDuty;
  private final Door events;
  private final Door grafana;
  private final Map<String, Door> generic = new TreeMap<>();

  /**
   * Who may come in. What is null, empty or none closes its door.
   *
   * @param alertmanager its token, or name and password
   * @param pagerDuty secrets of the webhook subscription, the former one too during a change
   * @param routingKey whether a text is the key for events, in constant time
   * @param grafana its token
   * @param generic the token of all generic sources
   */
  public record Keys(
      Pass alertmanager,
      List<String> pagerDuty,
      @Nullable Predicate<String> routingKey,
      Pass grafana,
      Pass generic) {
    /** Every door closed. */
    public static final Keys NONE = new Keys(Pass.NONE, List.of(), null, Pass.NONE, Pass.NONE);

    public Keys {
      pagerDuty = List.copyOf(pagerDuty);
    }
  }

  public AlertDoors(Keys keys, List<Mapping> mappings) {
    alertmanager = GroupedAlerts.alertmanager(keys.alertmanager());
    pagerDuty = new PagerDutyEvents(keys.pagerDuty());
    events = new EventsApi(keys.routingKey());
    grafana = GroupedAlerts.grafana(keys.grafana());
    mappings.forEach(
        mapping -> generic.put(mapping.source(), new GenericSource(mapping, keys.generic())));
  }

  public Door alertmanager() {
    return alertmanager;
  }

  public Door pagerDuty() {
    return pagerDuty;
  }

  /** The shape of PagerDuty's Events API v2. */
  public Door events() {
    return events;
  }

  public Door grafana() {
    return grafana;
  }

  /** Every one of them, each once. */
  public Stream<Door> all() {
    return Stream.concat(
        Stream.of(alertmanager, pagerDuty, events, grafana), generic.values().stream());
  }

  /** By source; empty where the file names none. */
  public Map<String, Door> generic() {
    return Map.copyOf(generic);
  }
}
