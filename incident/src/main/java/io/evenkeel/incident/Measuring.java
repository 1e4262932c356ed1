package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;

/**
 * What was measured, or done to measure it, as entries of the timeline. It moves nothing else of
 * the incident.
 */
public final class Measuring {
  /** What is longer is cut: as long as any text that people write, in characters. */
  public static final int LONGEST = 3_000;

  private Measuring() {}

  /** Who hears of it besides whoever reads the timeline. */
  public enum Heard {
    NOBODY,
    CHANNEL,
    /** And whoever commands, by direct message. */
    CHANNEL_AND_COMMANDER
  }

  /** The same that happened now. */
  public static Decision.Accepted decide(
      Incident incident, List<String> texts, Heard heard, Actor actor, Instant now) {
    Instant at = now.isBefore(incident.recordedAt()) ? incident.recordedAt() : now;
    return decide(incident, texts, heard, actor, at, at);
  }

  /**
   * Records it.
   *
   * @param texts one for each entry, in order; at least one
   * @param happened when it happened, UTC at microseconds
   * @param now UTC at microseconds; a clock that went back is read as the incident's last change
   */
  public static Decision.Accepted decide(
      Incident incident,
      List<String> texts,
      Heard heard,
      Actor actor,
      Instant happened,
      Instant now) {
    Instant at = now.isBefore(incident.recordedAt()) ? incident.recordedAt() : now;
    var change = new Change(incident, actor, at);
    int first = incident.entries() + 1;
    int last = first;
    for (String text : texts) {
      last = change.entry(EntryKind.MEASURED, cut(text), happened, null);
    }
    if (heard != Heard.NOBODY) {
      change.post();
    }
    if (heard == Heard.CHANNEL_AND_COMMANDER) {
      change.effect(new Effect.Tell(new Addressee.Commander(), new News.OfChange(first, last)));
    }
    return change.accepted(Prose.of("Recorded."));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
