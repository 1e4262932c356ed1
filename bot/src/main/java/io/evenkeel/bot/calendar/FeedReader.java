package io.evenkeel.bot.calendar;

import io.evenkeel.oncall.Listed;
import io.evenkeel.oncall.Participant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rota that is kept elsewhere from its iCalendar text (RFC 5545). Who is on call is the
 * event's title, or the name in {@code alice on call …} and {@code On call - alice - …}.
 *
 * <p>Limits: 2 million letters, 5,000 events of which 500 recur, 20,000 shifts, rules that come no
 * more often than hourly, two seconds. A feed beyond one of them, or that cannot be understood, is
 * {@link Feed.Broken} as a whole: half a rota would look like a gap.
 */
public final class FeedReader {
  private static final int MOST_RULES = 500;
  private static final int MOST_SHIFTS = 20_000;
  private static final Duration LONGEST_TIME = Duration.ofSeconds(2);
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)on["
              + " -]call\\s*[-:\u2013]\\s*(?<first>.+?)(?:\\s+[-\u2013]\\s.*)?|(?<last>.+?)\\s+(?:is\\s+)?on["
              + " -]call\\b.*");

  private FeedReader() {}

  /**
   * The shifts that have any time between the two.
   *
   * @param assumed the zone of times that name none
   * @param until after {@code from}
   */
  public static Feed read(String text, ZoneId assumed, Instant from, Instant until) {
    try {
      return new Expansion(from, until).of(FeedLines.of(text), assumed);
    } catch (FeedLines.TooMuch tooMuch) {
      return broken(tooMuch.getMessage(), "Subscribe to a calendar of this rota alone");
    } catch (FeedEvent.Odd odd) {
      return broken(odd.getMessage(), "Put it right where the calendar is kept");
    } catch (ParserException e) {
      return broken(
          "It is no iCalendar text (line " + Math.max(1, e.getLineNo()) + ")",
          "Check that the address is that of an .ics calendar, not of a page about it");
    } catch (IOException | RuntimeException e) {
      return broken(
          "It cannot be understood", "Check that the address is that of an .ics calendar");
    }
  }

  private static Feed broken(@Nullable String why, String mend) {
    return new Feed.Broken(why + ". " + mend + ".");
  }

  /** Who an event's title names; empty for nobody. */
  static String named(String title) {
    Matcher named = NAMED.matcher(title.strip());
    if (!named.matches()) {
      return title.strip();
    }
    return named.group("first") == null ? named.group("last") : named.group("first");
  }

  /** From events to shifts, within the limits. */
  private static final class Expansion {
    private final Instant from;
    private final Instant until;
    private final long began = System.nanoTime();
    private final List<Listed.Entry> shifts = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();
    private int rules;

    Expansion(Instant from, Instant until) {
      this.from = from;
      this.until = until;
    }

    Feed of(List<Map<String, List<FeedLines.Line>>> lines, ZoneId assumed) throws FeedEvent.Odd {
      List<FeedEvent> events = lines.stream().map(some -> new FeedEvent(some, assumed)).toList();
      Map<String, Set<Instant>> replaced = new HashMap<>();
      for (FeedEvent event : events) {
        @Nullable Instant one = event.replaces();
        if (one != null) {
          replaced.computeIfAbsent(event.text("UID"), _ -> new HashSet<>()).add(one);
        }
      }
      for (FeedEvent event : events) {
        boolean itself = event.replaces() != null;
        add(event, itself ? Set.of() : replaced.getOrDefault(event.text("UID"), Set.of()));
      }
      shifts.sort(Comparator.comparing(Listed.Entry::from));
      return new Feed.Shifts(shifts, List.copyOf(left));
    }

    private void add(FeedEvent event, Set<Instant> replaced) throws FeedEvent.Odd {
      String who = named(event.text("SUMMARY"));
      if (event.cancelled() || who.isBlank() || who.equals("@")) {
        left.add(
            event.cancelled() ? "Events that are cancelled" : "Events whose title names nobody");
        return;
      }
      rules += event.recurs() ? 1 : 0;
      if (rules > MOST_RULES) {
        throw new FeedLines.TooMuch("More than " + MOST_RULES + " of its events recur");
      }
      for (FeedEvent.Occurrence one : event.occurrences(from, until, MOST_SHIFTS)) {
        if (!one.until().isAfter(one.from())) {
          left.add("Events that take no time");
        } else if (!replaced.contains(one.from())) {
          shifts.add(new Listed.Entry(new Participant(who), one.from(), one.until()));
        }
      }
      if (shifts.size() > MOST_SHIFTS) {
        throw new FeedLines.TooMuch("It makes more than " + MOST_SHIFTS + " shifts");
      }
      if (System.nanoTime() - began > LONGEST_TIME.toNanos()) {
        throw new FeedLines.TooMuch("To read it takes more than two seconds");
      }
    }
  }
}
