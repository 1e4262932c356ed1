package io.evenkeel.oncall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands one schedule as it was written, and keeps what is wrong with it. */
final class Reading {
  private final Written written;
  private final List<Finding> faults = new ArrayList<>();
  private final List<Finding> advice = new ArrayList<>();

  Reading(Written written) {
    this.written = written;
  }

  Written.Outcome outcome() {
    if (!ScheduleName.isOne(written.name())) {
      fault(null, null, "is no name for a schedule", "Use lower-case letters, digits and hyphens");
    }
    ZoneId zone = zone();
    List<Layer> layers = layers();
    List<StandIn> standIns = new StandInReading(this, zone).of(written.overrides(), layers);
    return faults.isEmpty()
        ? new Written.Outcome.Good(
            new Schedule(new ScheduleName(written.name()), zone, layers, standIns), advice)
        : new Written.Outcome.Faulty(faults);
  }

  void fault(@Nullable String layer, @Nullable String key, String wrong, String mend) {
    faults.add(new Finding(written.name(), layer, key, wrong, mend));
  }

  boolean faulty() {
    return !faults.isEmpty();
  }

  void advise(@Nullable String key, String wrong, String mend) {
    advice.add(new Finding(written.name(), null, key, wrong, mend));
  }

  private ZoneId zone() {
    if (written.zone() == null) {
      advise("zone", "no zone is given, so times are in UTC", "Write one such as Europe/Berlin");
      return ZoneOffset.UTC;
    }
    Optional<String> zone = Zones.find(written.zone());
    if (zone.isEmpty()) {
      fault(
          null,
          "zone",
          "there is no zone \"" + written.zone() + "\"",
          "Write "
              + Zones.like(written.zone())
                  .map(like -> like + ", perhaps")
                  .orElse("its IANA name, such as Europe/Berlin"));
    }
    return zone.<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  private List<Layer> layers() {
    Written.Rota rota = written.rota();
    if (rota == null ? written.layers().isEmpty() : !written.layers().isEmpty()) {
      fault(
          null,
          null,
          "has " + (rota == null ? "neither layers nor weeks" : "both layers and weeks"),
          "Write either layers, each with people, or weeks");
      return List.of();
    }
    return rota == null ? lines() : new RotaReading(this, rota).layers();
  }

  private List<Layer> lines() {
    var layers = new ArrayList<Layer>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < written.layers().size(); i++) {
      Written.Line line = written.layers().get(i);
      String usual = i < Layer.USUAL.size() ? Layer.USUAL.get(i) : "layer " + (i + 1);
      String name = line.name() == null ? usual : line.name();
      if (!names.add(name)) {
        fault(name, "name", "two layers have this name", "Give each its own");
      }
      new LineReading(this, name, line).layer().ifPresent(layers::add);
    }
    return layers;
  }

  /** A time of the day; 09:00 where nothing is written. */
  LocalTime handoff(@Nullable String layer, @Nullable String text) {
    Optional<LocalTime> time = Terms.time(text == null ? "09:00" : text);
    if (time.isEmpty()) {
      fault(layer, "handoff", "is \"" + text + "\"", "Write a local time such as \"09:00\"");
    }
    return time.orElse(LocalTime.MIDNIGHT);
  }

  LocalDate date(@Nullable String layer, String key, String text) {
    Optional<LocalDate> date =
        Terms.date(text).filter(one -> one.getYear() >= 1970 && one.getYear() <= 2200);
    if (date.isEmpty()) {
      fault(layer, key, "is \"" + text + "\"", "Write a date such as 2026-01-05");
    }
    return date.orElse(LocalDate.EPOCH);
  }

  Optional<Duration> length(String layer, @Nullable String text) {
    Optional<Duration> length = Terms.length(text == null ? "weekly" : text);
    if (length.isEmpty()) {
      fault(layer, "every", "is \"" + text + "\"", "Write daily, weekly, 12h, 3 days or 2 weeks");
      return length;
    }
    if (length.get().compareTo(Rotation.SHORTEST) < 0) {
      fault(
          layer, "every", "a turn takes no time", "Write at least one hour, such as 12h or daily");
      return Optional.empty();
    }
    if (length.get().compareTo(Rotation.LONGEST) > 0) {
      fault(layer, "every", "a turn takes more than a year", "Write at most 366 days");
      return Optional.empty();
    }
    return length;
  }
}
