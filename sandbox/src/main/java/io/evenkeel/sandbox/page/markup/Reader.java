package io.evenkeel.sandbox.page.markup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The person for whom something is drawn: mentions, dates and "you" depend on who reads.
 *
 * @param id the reader's user id
 * @param people user id → name to show, without {@code @}
 * @param channels id → name of every channel that the reader may see, without {@code #}
 * @param zone where the reader lives
 * @param now the moment of drawing, for "today"
 */
public record Reader(
    String id, Map<String, String> people, Map<String, String> channels, ZoneId zone, Instant now) {

  public Reader {
    people = Map.copyOf(people);
    channels = Map.copyOf(channels);
  }

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }
}
