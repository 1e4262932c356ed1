package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import io.evenkeel.hash.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Any system that sends JSON, read as its {@link Mapping} says. What is sent again is known by its
 * times; an alert without any may be meant anew each time.
 */
final class GenericSource implements Door {
  private final Mapping mapping;
  private final Pass pass;

  GenericSource(Mapping mapping, Pass pass) {
    this.mapping = mapping;
    this.pass = pass;
  }

  @Override
  public String source() {
    return mapping.source();
  }

  @Override
  public boolean open() {
    return pass.open();
  }

  @Override
  public String variables() {
    return "ALERTS_TOKEN";
  }

  @Override
  public boolean admits(@Nullable String authorization) {
    return pass.admits(authorization);
  }

  @Override
  public Brought read(byte[] body, @Nullable String signature, Instant now) {
    return Json.GROUP.reading(body, whole -> read(whole, Sha256.hex(body), now));
  }

  private Brought read(Field whole, String bodyHash, Instant now) {
    Field list = mapping.list() == null ? whole : whole.at(mapping.list());
    if (!list.present()) {
      list.fault("is missing, where alerts.sources." + source() + ".list says the alerts are");
    }
    List<Field> alerts = list.isList() ? list.items() : List.of(list);
    var bounds = new Bounds();
    var signals = new ArrayList<Signal>();
    var parts = new ArrayList<String>();
    boolean timed = true;
    for (Field alert : bounds.alerts(alerts)) {
      Optional<Instant> starts = time(mapping.starts(), alert, now);
      Optional<Instant> ends = time(mapping.ends(), alert, now);
      Signal signal = signal(alert, starts.orElse(now), ends.orElse(now), bounds);
      signals.add(signal);
      parts.add(
          Hash.of(
              List.of(
                  signal.fingerprint(),
                  signal.state().word(),
                  starts.map(Instant::toString).orElse(""),
                  ends.map(Instant::toString).orElse(""))));
      timed &= starts.isPresent();
    }
    parts.sort(null);
    String id = timed ? Hash.of(parts) : UUID.randomUUID().toString();
    String group =
        alerts.isEmpty() ? "" : at(mapping.group(), alerts.getFirst()).map(Hash::name).orElse("");
    return Arrivals.of(
        new Arrival(
            source(), "generic:" + source() + ":" + id, bodyHash, group, signals, bounds.dropped()),
        bounds);
  }

  private Signal signal(Field alert, Instant starts, Instant ends, Bounds bounds) {
    String name = Clean.line(at(mapping.name(), alert).orElse(""), Bounds.NAME);
    if (name.isEmpty()) {
      mapping.name().field(alert).fault("is missing. Send what the alert is called");
    }
    SortedMap<String, String> labels = bounds.labels(labels(alert));
    Signal.State state = state(alert);
    return new Signal(
        at(mapping.fingerprint(), alert)
            .map(Hash::name)
            .orElseGet(() -> Hash.labels(List.of(name), labels)),
        state,
        name,
        at(mapping.summary(), alert).map(text -> Clean.line(text, Bounds.SUMMARY)).orElse(null),
        labels,
        new TreeMap<>(),
        starts,
        state == Signal.State.RESOLVED ? ends : null,
        mapping.link() == null ? null : Links.first(mapping.link().field(alert)));
  }

  private SortedMap<String, String> labels(Field alert) {
    var labels = new TreeMap<String, String>();
    if (mapping.tags() != null) {
      Field tags = alert.at(mapping.tags());
      for (String key : tags.keys()) {
        tags.at(key).written().ifPresent(value -> labels.put(key, value));
      }
    }
    mapping
        .labels()
        .forEach((label, place) -> place.in(alert).ifPresent(value -> labels.put(label, value)));
    return labels;
  }

  private Signal.State state(Field alert) {
    Place status = mapping.status();
    if (status == null) {
      return Signal.State.FIRING;
    }
    Optional<String> word = status.in(alert).map(text -> text.strip().toLowerCase(Locale.ROOT));
    if (word.isEmpty()) {
      status.field(alert).fault("is missing. Send how the alert stands");
    }
    if (word.filter(mapping.resolved()::contains).isPresent()) {
      return Signal.State.RESOLVED;
    }
    return word.filter(mapping.acknowledged()::contains).isPresent()
        ? Signal.State.ACKNOWLEDGED
        : Signal.State.FIRING;
  }

  private static Optional<Instant> time(@Nullable Place place, Field alert, Instant now) {
    return place == null ? Optional.empty() : Times.read(place.field(alert), now);
  }

  private static Optional<String> at(@Nullable Place place, Field alert) {
    return place == null ? Optional.empty() : place.in(alert);
  }
}
