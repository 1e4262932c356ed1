package io.evenkeel.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person reads right after a command, and what a repeat of the same request reads again.
 *
 * @param incident the incident it is about
 * @param recorded true when the command changed something that is now in Postgres
 */
public record Answer(
    @Nullable IncidentNumber incident, boolean recorded, Prose words, List<Offer> offers) {
  public Answer {
    offers = List.copyOf(offers);
  }

  /** Recorded, in these words. */
  public static Answer recorded(IncidentNumber incident, Prose words, Offer... offers) {
    return new Answer(incident, true, words, List.of(offers));
  }

  /** Nothing was changed, and this is why or what to do instead. */
  public static Answer unchanged(Prose words, Offer... offers) {
    return new Answer(null, false, words, List.of(offers));
  }

  /** The same with these buttons in place of its own. */
  public Answer offering(List<Offer> buttons) {
    return new Answer(incident, recorded, words, buttons);
  }
}
