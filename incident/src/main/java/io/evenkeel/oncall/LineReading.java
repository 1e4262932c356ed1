package io.evenkeel.oncall;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands one layer as it was written. */
final class LineReading {
  private final Reading reading;
  private final String name;
  private final Written.Line line;

  LineReading(Reading reading, String name, Written.Line line) {
    this.reading = reading;
    this.name = name;
    this.line = line;
  }

  Optional<Layer> layer() {
    return line.feed() == null ? turns() : subscribed(line.feed());
  }

  /** A calendar says it all: what else is written would never count. */
  private Optional<Layer> subscribed(String address) {
    if (!line.people().isEmpty() || line.every() != null) {
      reading.fault(
          name,
          "feed",
          "stands beside people who take turns",
          "Write either a feed, or people and how long a turn is");
    }
    Optional<URI> url = Terms.address(address);
    if (url.isEmpty()) {
      reading.fault(
          name,
          "feed",
          "is no address that begins with https://",
          "Write the address of an iCalendar file, as a calendar gives it for subscribing");
    }
    Hours hours = Hours.of(windows());
    boolean gaps = gaps();
    return url.map(found -> new Layer(name, new Subscribed(found), hours, gaps));
  }

  private Optional<Layer> turns() {
    List<Turn> turns = line.people().stream().map(LineReading::turn).toList();
    boolean somebody = turns.stream().anyMatch(turn -> turn.who() != null);
    if (!somebody) {
      reading.fault(name, "people", "the rotation has no participants", "List at least one person");
    }
    Optional<Duration> length = reading.length(name, line.every());
    Hours hours = Hours.of(windows());
    boolean gaps = gaps();
    Optional<LocalDateTime> start = start();
    return !somebody || length.isEmpty() || start.isEmpty()
        ? Optional.empty()
        : Optional.of(new Layer(name, new Rotation(turns, length.get(), start.get()), hours, gaps));
  }

  static Turn turn(String written) {
    String bare = Participant.bare(written);
    return bare.isEmpty() || bare.equals("nobody") || bare.equals("-")
        ? Turn.NOBODY
        : Turn.of(bare);
  }

  private Optional<LocalDateTime> start() {
    LocalTime handoff = reading.handoff(name, line.handoff());
    if (line.starts() == null) {
      reading.fault(
          name,
          "starts",
          "is missing",
          "Write the date on which the first person's turn begins, such as 2026-01-05");
      return Optional.empty();
    }
    return Optional.of(reading.date(name, "starts", line.starts()).atTime(handoff));
  }

  private boolean gaps() {
    boolean intended = "intended".equals(line.gaps());
    if (line.gaps() != null && !intended) {
      reading.fault(name, "gaps", "is \"" + line.gaps() + "\"", "Write intended, or leave it out");
    }
    return intended;
  }

  private List<Window> windows() {
    var windows = new ArrayList<Window>();
    for (Written.Open open : line.hours()) {
      Optional<Set<DayOfWeek>> days =
          open.days() == null
              ? Optional.of(EnumSet.allOf(DayOfWeek.class))
              : Terms.days(open.days());
      if (days.isEmpty()) {
        reading.fault(
            name,
            "hours → days",
            "\"" + open.days() + "\" is no day of the week, so the restriction would never apply",
            "Write days such as mon-fri or sat, sun");
      }
      Optional<LocalTime> from = time("from", open.from());
      boolean midnight = "24:00".equals(open.to());
      Optional<LocalTime> to = midnight ? Optional.of(LocalTime.MIDNIGHT) : time("to", open.to());
      if (!midnight && from.isPresent() && from.equals(to)) {
        reading.fault(
            name,
            "hours",
            "the restriction from " + open.from() + " to " + open.to() + " never applies",
            "Write a later end; a whole day is from \"00:00\" to \"24:00\"");
      }
      if (days.isPresent() && from.isPresent() && to.isPresent()) {
        windows.add(new Window(days.get(), from.get(), to.get()));
      }
    }
    return windows;
  }

  private Optional<LocalTime> time(String key, @Nullable String text) {
    Optional<LocalTime> time = text == null ? Optional.empty() : Terms.time(text);
    if (time.isEmpty()) {
      reading.fault(
          name,
          "hours → " + key,
          text == null ? "is missing" : "is \"" + text + "\"",
          "Write a local time such as \"17:00\"");
    }
    return time;
  }
}
