package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What nobody has said yet about an incident that is over: asked right after it was resolved, and
 * again when it is closed. Each can be left out; it then stays unknown.
 */
public final class Missing {
  /** More would hide the words above them on a phone. */
  private static final int SUGGESTIONS = 3;

  /** A button's label holds 75 characters (docs.slack.dev, "Button element"). */
  private static final int QUOTED = 48;

  /** Words of things getting better, as people write them while they work. */
  private static final Pattern BETTER =
      Pattern.compile(
          "(?i)\\b(fall|drop|recover|restor|normal|healthy|back|fix|enlarg|increas|roll|revert|restart|fail(ed|ing)?"
              + " ?over|promot|deploy|mitigat|stable|gone|clear|moved|switch)");

  private static final String HURT = " Since when were users no longer hurt?";
  private static final String HOW = " What ended it?";
  private static final String SKIP = " Leave out what you do not know.";

  private Missing() {}

  /** A moment at which things may have got better, in the words of the timeline. */
  public record Moment(Instant at, String words) {}

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
    for (Moment moment : since(incident, timeline)) {
      offers.add(Offer.plain(label(incident, moment), say.formatted(moment.at())));
    }
    offers.add(Offer.plain("Just now", say.formatted(now)));
    offers.add(Offer.plain("Nobody knows", say.formatted("unknown")));
    return offers;
  }

  /** "T+43m: errors are falling", as a button or a choice shows it. */
  public static String label(Incident incident, Moment moment) {
    String line = moment.words().replaceAll("\\s+", " ");
    if (line.length() > QUOTED) {
      int end = Character.isHighSurrogate(line.charAt(QUOTED - 2)) ? QUOTED - 2 : QUOTED - 1;
      line = line.substring(0, end) + "…";
    }
    return TPlus.label(incident.zero(), moment.at()) + ": " + line;
  }

  /**
   * At most three moments at which things may have got better, the earliest first: what sounds like
   * it, newest first, and else the latest update.
   */
  public static List<Moment> since(Incident incident, List<TimelineEntry> timeline) {
    List<TimelineEntry> told =
        standing(timeline).stream()
            .sorted(Comparator.comparing(TimelineEntry::occurredAt).reversed())
            .toList();
    Set<Instant> taken = new HashSet<>();
    var moments = new ArrayList<Moment>();
    for (TimelineEntry entry : told) {
      String text = entry.text();
      if (text != null
          && moments.size() < SUGGESTIONS
          && BETTER.matcher(text).find()
          && taken.add(entry.occurredAt())) {
        moments.add(new Moment(entry.occurredAt(), text));
      }
    }
    Incident.@Nullable LatestUpdate update = incident.update();
    if (moments.isEmpty() && update != null) {
      moments.add(new Moment(update.at(), update.text()));
    }
    return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
  }

  /** What people told of the work, and was not put right later. */
  private static List<TimelineEntry> standing(List<TimelineEntry> timeline) {
    Set<Integer> corrected = new HashSet<>();
    for (TimelineEntry entry : timeline) {
      Integer wrong = entry.supersedes();
      if (wrong != null) {
        corrected.add(wrong);
      }
    }
    return timeline.stream()
        .filter(entry -> !corrected.contains(entry.seq()))
        .filter(entry ->
            entry.kind() == EntryKind.UPDATE
                || entry.kind() == EntryKind.NOTE
                || entry.kind() == EntryKind.DECISION
                || entry.kind() == EntryKind.STATUS)
        .toList();
  }
}
