package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the timeline tells at one place: the entry as it was first recorded, and those that put it
 * right since.
 *
 * @param versions the oldest first, at least one; the last stands
 * @param newest false for an update after which its author has posted another one
 */
public record Told(List<TimelineEntry> versions, boolean newest) {
  public Told {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("an entry has at least one version");
    }
  }

  /** What a whole timeline tells at that entry, or at a later version of it. */
  public static Optional<Told> in(List<TimelineEntry> timeline, int seq) {
    Map<Integer, TimelineEntry> entries = new HashMap<>();
    timeline.forEach(entry -> entries.put(entry.seq(), entry));
    TimelineEntry first = entries.get(seq);
    if (first == null) {
      return Optional.empty();
    }
    for (Integer before = first.supersedes(); before != null; before = first.supersedes()) {
      TimelineEntry earlier = entries.get(before);
      if (earlier == null || earlier.seq() >= first.seq()) {
        break;
      }
      first = earlier;
    }
    TimelineEntry root = first;
    boolean newest =
        root.kind() != EntryKind.UPDATE
            || Standing.person(root.actor())
                .flatMap(author -> lastPosted(timeline, author.id()))
                .filter(last -> last.seq() > root.seq())
                .isEmpty();
    return Optional.of(new Told(versions(timeline, root), newest));
  }

  /** The last update of somebody in a whole timeline. */
  public static Optional<Told> lastUpdate(List<TimelineEntry> timeline, PersonId person) {
    return lastPosted(timeline, person).flatMap(last -> in(timeline, last.seq()));
  }

  /**
   * An entry and those that put it right, one after the other.
   *
   * @param timeline in order; entries that supersede nothing may be left out
   */
  public static List<TimelineEntry> versions(List<TimelineEntry> timeline, TimelineEntry first) {
    var versions = new ArrayList<>(List.of(first));
    for (TimelineEntry entry : timeline) {
      if (Objects.equals(entry.supersedes(), versions.getLast().seq())) {
        versions.add(entry);
      }
    }
    return versions;
  }

  private static Optional<TimelineEntry> lastPosted(List<TimelineEntry> timeline, PersonId person) {
    return timeline.stream()
        .filter(entry -> entry.kind() == EntryKind.UPDATE && entry.supersedes() == null)
        .filter(entry ->
            Standing.person(entry.actor()).filter(who -> who.id().equals(person)).isPresent())
        .reduce((_, later) -> later);
  }

  public TimelineEntry first() {
    return versions.getFirst();
  }

  public TimelineEntry standing() {
    return versions.getLast();
  }

  public boolean withdrawn() {
    return standing().kind() == EntryKind.WITHDRAWN;
  }

  /** Whether these words are that person's own, be it through a token. */
  public boolean saidBy(PersonId person) {
    return Standing.person(first().actor())
        .filter(author -> author.id().equals(person))
        .isPresent();
  }

  /**
   * Why an entry of that kind stays as it was recorded, and what can be done instead; empty for
   * what people wrote down themselves. What somebody did through Evenkeel happened when it says:
   * where the world moved at another time, a milestone or a note tells so.
   */
  public Optional<Prose> fixed(IncidentNumber incident) {
    String here = " --incident-id " + incident;
    return switch (first().kind()) {
      case NOTE, DECISION, UPDATE -> Optional.empty();
      case REPORTED,
          JOINED,
          ROLE,
          CLAIM,
          TASK,
          ACTION,
          LINK,
          MERGED,
          STATUS,
          SEVERITY,
          PAGED,
          PAGE_ANSWER,
          ESCALATED,
          POSTMORTEM,
          REMINDER,
          ALERT,
          RUNBOOK,
          MEASURED ->
          Optional.of(
              Prose.of("Evenkeel recorded it when it was done, and that stays. What it leaves out")
                  .text(" can be added: ")
                  .code("/incident note what happened --at 14:02" + here)
                  .text("."));
      case DECLARED, MILESTONE, MITIGATED, RESOLVED, CLOSED, REOPENED, CANCELLED ->
          Optional.of(
              Prose.of("Evenkeel recorded it when it was said, and that stays. When it really was")
                  .text(" is a milestone, which can be put right: ")
                  .code("/incident milestone mitigated 14:40" + here)
                  .text("."));
      case STATEMENT ->
          Optional.of(
              Prose.of("Somebody has approved it word for word, and that stays. What holds now is")
                  .text(" another statement: ")
                  .code("/incident statement customer text" + here)
                  .text("."));
      case RESOLUTION ->
          Optional.of(
              Prose.of("Another resolution takes its place: ")
                  .code("/incident resolution text" + here)
                  .text("."));
      case CAPTURED ->
          Optional.of(
              Prose.of(
                      "It is a message from Slack, and follows it: edit the message there, or take")
                  .text(" its pin away. When it happened can be put right: ")
                  .code("/incident correct " + standing().seq() + " --at 14:02 --reason why" + here)
                  .text("."));
      case WITHDRAWN, CORRECTED ->
          Optional.of(Prose.of("It tells how the timeline was put right, and that stays."));
    };
  }
}
