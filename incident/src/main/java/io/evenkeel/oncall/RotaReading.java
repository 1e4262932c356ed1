package io.evenkeel.oncall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Understands a rota that is written week by week, as the field's training material has it. */
final class RotaReading {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST = 520;

  private final Reading reading;
  private final Written.Rota rota;

  RotaReading(Reading reading, Written.Rota rota) {
    this.reading = reading;
    this.rota = rota;
  }

  /** One for each name that a week has besides its number, in the order in which they appear. */
  List<Layer> layers() {
    LocalDateTime start = start();
    NavigableMap<Integer, Map<String, String>> weeks = weeks();
    var layers = new ArrayList<Layer>();
    List<String> names =
        weeks.values().stream().flatMap(week -> week.keySet().stream()).distinct().toList();
    for (String name : names) {
      var turns = new ArrayList<>(Collections.nCopies(weeks.lastKey(), Turn.NOBODY));
      weeks.forEach(
          (number, week) -> turns.set(number - 1, LineReading.turn(week.getOrDefault(name, ""))));
      if (turns.stream().allMatch(turn -> turn.who() == null)) {
        reading.fault(name, "weeks", "no week names anybody", "Write a name, or leave it out");
      } else {
        layers.add(new Layer(name, new Rotation(turns, WEEK, start), Hours.ALWAYS, false));
      }
    }
    if (names.isEmpty()) {
      reading.fault(null, "weeks", "no week names anybody", "Write primary: and a name below it");
    }
    return layers;
  }

  private LocalDateTime start() {
    Optional<DayOfWeek> begins = Terms.day(rota.begins() == null ? "monday" : rota.begins());
    if (begins.isEmpty()) {
      reading.fault(
          null, "week_begins", "is \"" + rota.begins() + "\"", "Write a day such as monday");
    }
    if (rota.starts() == null) {
      reading.advise(
          "starts",
          "nobody says when week 1 is, so it is counted from Monday 2024-01-01",
          "Write a date in a week 1, such as 2026-01-05");
    }
    LocalDate date =
        reading.date(null, "starts", rota.starts() == null ? "2024-01-01" : rota.starts());
    return date.with(TemporalAdjusters.previousOrSame(begins.orElse(DayOfWeek.MONDAY)))
        .atTime(reading.handoff(null, rota.handoff()));
  }

  /** By their numbers, each without the number. */
  private NavigableMap<Integer, Map<String, String>> weeks() {
    var weeks = new TreeMap<Integer, Map<String, String>>();
    for (Map<String, String> written : rota.weeks()) {
      var week = new LinkedHashMap<>(written);
      String number = week.remove("week");
      if (number == null
          || !number.strip().matches("[1-9][0-9]{0,2}")
          || Integer.parseInt(number.strip()) > MOST) {
        reading.fault(
            null,
            "weeks",
            number == null ? "a week has no number" : "\"" + number + "\" is no number of a week",
            "Write week: and a number from 1 to " + MOST);
      } else if (weeks.put(Integer.valueOf(number.strip()), week) != null) {
        reading.fault(
            null, "weeks", "week " + number.strip() + " is there twice", "Number each week once");
      }
    }
    return weeks;
  }
}
