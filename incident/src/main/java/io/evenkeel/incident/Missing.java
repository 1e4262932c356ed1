package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What nobody has said yet about an incident that is over: asked right after it was resolved, and
 * again when it is closed. Each can be left out; it then stays unknown.
 */
public final class Missing {
  private static final String HURT = " Since when were users no longer hurt?";
  private static final String HOW = " What ended it?";
  private static final String SKIP = " Leave out what you do not know.";

  private Missing() {}

  /**
   * The answer with the questions behind its words and their buttons before its own; the answer as
   * it is when nothing is missing.
   *
   * @param incident as it is now
   * @param timeline its latest entries, in any order
   * @param now UTC
   */
  public static Answer ask(
      Answer answer, Incident incident, List<TimelineEntry> timeline, Instant now) {
    boolean hurt = incident.milestones().mark(Milestone.MITIGATED).isEmpty();
    boolean how = incident.resolution() == null;
    if (!hurt && !how) {
      return answer;
    }
    Prose words = answer.words();
    var offers = new ArrayList<Offer>();
    if (hurt) {
      words = words.text(HURT);
      offers.addAll(moments(incident, timeline, now));
    }
    if (how) {
      words = words.text(HOW);
    }
    offers.add(
        Offer.plain(
            how ? "Say what ended it" : "Another time",
            "resolution --incident-id " + incident.number()));
    offers.addAll(answer.offers());
    return new Answer(answer.incident(), answer.recorded(), words.text(SKIP), offers);
  }

  /** The same answer once somebody has said since when users were no longer hurt. */
  public static Answer mitigated(Answer asked) {
    boolean how = asked.words().spans().contains(new Prose.Text(HOW));
    List<Prose.Span> words =
        asked.words().spans().stream()
            .filter(span -> !span.equals(new Prose.Text(HURT)))
            .filter(span -> how || !span.equals(new Prose.Text(SKIP)))
            .toList();
    List<Offer> offers =
        asked.offers().stream()
            .filter(offer -> !offer.command().startsWith("milestone mitigated"))
            .filter(offer -> how || !offer.command().startsWith("resolution "))
            .toList();
    return new Answer(asked.incident(), asked.recorded(), new Prose(words), offers);
  }

  private static List<Offer> moments(Incident incident, List<TimelineEntry> timeline, Instant now) {
    String say = "milestone mitigated %s --incident-id " + incident.number();
    var offers = new ArrayList<Offer>();
    for (Relief moment : Relief.of(incident, timeline)) {
      offers.add(Offer.plain(moment.label(incident), say.formatted(moment.at())));
    }
    offers.add(Offer.plain("Just now", say.formatted(now)));
    offers.add(Offer.plain("Nobody knows", say.formatted("unknown")));
    return offers;
  }
}
