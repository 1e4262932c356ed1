package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident being changed by one command: collects the entries and effects, and gives the
 * decision.
 */
final class Change {
  final Incident before;
  final Actor actor;
  final Instant now;

  String title;
  Severity severity;
  boolean severityAssumed;
  Status status;
  final Map<Role, Incident.Holder> roles;
  Milestones milestones;
  Incident.@Nullable LatestUpdate update;
  @Nullable String resolution;
  @Nullable CancelledAs cancelledAs;
  @Nullable IncidentNumber mergedInto;

  private final List<TimelineEntry> entries = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  Change(Incident before, Actor actor, Instant now) {
    this.before = before;
    this.actor = actor;
    this.now = now;
    title = before.title();
    severity = before.severity();
    severityAssumed = before.severityAssumed();
    status = before.status();
    roles = new LinkedHashMap<>(before.roles());
    milestones = before.milestones();
    update = before.update();
    resolution = before.resolution();
    cancelledAs = before.cancelledAs();
    mergedInto = before.mergedInto();
  }

  /** Records that something happened now and returns its seq. */
  int entry(EntryKind kind, String text) {
    return entry(kind, text, now, null);
  }

  int entry(EntryKind kind, String text, Instant occurredAt, @Nullable Integer supersedes) {
    int seq = before.entries() + entries.size() + 1;
    entries.add(new TimelineEntry(seq, occurredAt, now, kind, actor, text, null, supersedes));
    return seq;
  }

  /** Records what somebody wrote, or what became of it, with the link to it. */
  int quote(
      EntryKind kind,
      Actor by,
      String text,
      Instant occurredAt,
      @Nullable String source,
      @Nullable Integer supersedes) {
    int seq = before.entries() + entries.size() + 1;
    entries.add(new TimelineEntry(seq, occurredAt, now, kind, by, text, source, supersedes));
    return seq;
  }

  /** Marks a milestone that is reached now by an entry that says more than the milestone. */
  void reached(Milestone milestone) {
    milestones = milestones.with(milestone, new Milestones.Mark(now, null));
  }

  /** What must follow so far. */
  List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** Stores a row beside the incident. */
  void keep(Kept row) {
    kept.add(row);
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  /** Everything recorded so far goes into the channel as one post. */
  void post() {
    effect(new Effect.PostEntries(before.entries() + 1, before.entries() + entries.size()));
  }

  /** Whoever is the confirmed commander reads what somebody else has changed. */
  void tellCommander() {
    Standing.confirmedOther(before, actor)
        .ifPresent(commander ->
            effect(
                new Effect.Tell(
                    new Addressee.Somebody(commander.id()),
                    new News.OfChange(before.entries() + 1, before.entries() + entries.size()))));
  }

  /** Everything recorded so far goes into the card's thread as one reply. */
  void thread() {
    effect(new Effect.ThreadEntries(before.entries() + 1, before.entries() + entries.size()));
  }

  /**
   * The announcement is brought up to date, if there is one, and gets the same words as a reply;
   * whoever subscribed is told.
   */
  void announce(boolean broadcast) {
    int first = before.entries() + 1;
    int last = before.entries() + entries.size();
    refreshAnnouncement();
    if (before.announced()) {
      effect(new Effect.ReplyToAnnouncement(first, last, broadcast));
    }
    effect(new Effect.Inform(first, last));
  }

  void refreshAnnouncement() {
    if (before.announced()) {
      effect(new Effect.RefreshAnnouncement());
    }
  }

  boolean unchanged() {
    return entries.isEmpty();
  }

  /** What Evenkeel declared is acknowledged by the first thing that a person does there. */
  private void acknowledge() {
    boolean first =
        !before.declaredBy().human()
            && Standing.person(actor).isPresent()
            && milestones.mark(Milestone.ACKNOWLEDGED).isEmpty();
    if (first && !entries.isEmpty()) {
      reached(Milestone.ACKNOWLEDGED);
    }
  }

  Decision.Accepted accepted(Prose words, Offer... offers) {
    acknowledge();
    var next =
        new Incident(
            before.number(),
            title,
            severity,
            severityAssumed,
            status,
            before.mode(),
            before.visibility(),
            before.services(),
            before.announceIn(),
            before.declaredBy(),
            roles,
            milestones,
            update,
            resolution,
            cancelledAs,
            mergedInto,
            before.entries() + entries.size(),
            now);
    return new Decision.Accepted(
        next, entries, kept, effects, Answer.recorded(before.number(), words, offers));
  }

  static Decision.Refused refused(Prose words, Offer... offers) {
    return new Decision.Refused(Reason.of(words, offers));
  }
}
