package io.evenkeel.bot.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes a calendar's text apart into the lines of its events. ical4j does the reading; its model of
 * a calendar is left aside, because that looks up zones which a stranger defined.
 */
final class FeedLines implements ContentHandler {
  /** In letters. */
  static final int LONGEST = 2_000_000;

  static final int MOST_EVENTS = 5_000;
  private static final int DEEPEST = 4;

  /**
   * @param zone the parameter {@code TZID}
   */
  record Line(String value, @Nullable String zone) {}

  /** Too much of something; the words go to people. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch(String words) {
      super(words);
    }
  }

  private final List<Map<String, List<Line>>> events = new ArrayList<>();
  private final Deque<String> within = new ArrayDeque<>();
  private String value = "";
  private @Nullable String zone;

  private FeedLines() {}

  /**
   * @throws TooMuch if a limit is reached
   */
  static List<Map<String, List<Line>>> of(String text) throws ParserException, IOException {
    if (text.length() > LONGEST) {
      throw new TooMuch("It is longer than 2 million letters");
    }
    // Files that were saved on the way end lines as they like, and leave empty ones.
    String lines =
        text.replaceFirst("^\uFEFF", "").replaceAll("\r\n|\r|\n", "\n").replaceAll("\n{2,}", "\n");
    deep(lines);
    var handler = new FeedLines();
    try (var reader = new StringReader(lines.strip().replace("\n", "\r\n") + "\r\n")) {
      new CalendarParserImpl().parse(new UnfoldingReader(reader), handler);
    } catch (ParserException e) {
      if (e.getCause() instanceof TooMuch tooMuch) {
        throw tooMuch;
      }
      throw e;
    }
    return handler.events;
  }

  /** The parser calls itself for each part within a part. */
  private static void deep(String lines) {
    int depth = 0;
    for (String line : lines.split("\n")) {
      String upper = line.toUpperCase(Locale.ROOT);
      depth += upper.startsWith("BEGIN:") ? 1 : upper.startsWith("END:") ? -1 : 0;
      if (depth > DEEPEST) {
        throw new TooMuch("Its parts stand more than " + DEEPEST + " deep within one another");
      }
    }
  }

  @Override
  public void startCalendar() {}

  @Override
  public void endCalendar() {}

  @Override
  public void startComponent(String name) {
    within.push(name.toUpperCase(Locale.ROOT));
    if (inEvent()) {
      if (events.size() == MOST_EVENTS) {
        throw new TooMuch("It has more than " + MOST_EVENTS + " events");
      }
      events.add(new HashMap<>());
    }
  }

  @Override
  public void endComponent(String name) {
    within.poll();
  }

  @Override
  public void startProperty(String name) {
    value = "";
    zone = null;
  }

  @Override
  public void parameter(String name, String given) {
    if (name.equalsIgnoreCase("TZID")) {
      zone = given;
    }
  }

  @Override
  public void propertyValue(String given) {
    value = given;
  }

  @Override
  public void endProperty(String name) {
    if (inEvent()) {
      events
          .getLast()
          .computeIfAbsent(name.toUpperCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(new Line(value, zone));
    }
  }

  /** In an event itself, not in an alarm within it. */
  private boolean inEvent() {
    return "VEVENT".equals(within.peek());
  }
}
