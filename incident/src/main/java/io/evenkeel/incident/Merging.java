package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One incident goes on in another, because they are the same: each timeline tells of the other with
 * the numbers of its entries, and neither is rewritten. For a day it can be undone.
 */
public final class Merging {
  /** For so long a merge can be undone; the old channel is archived after it. */
  public static final Duration UNDONE_WITHIN = Duration.ofHours(24);

  private Merging() {}

  /**
   * An incident with what stands beside it; both are locked by whoever asks.
   *
   * @param adopted its channel was there before it, and stays
   */
  public record Side(Incident incident, Board board, boolean adopted) {}

  /** What becomes of both. */
  public sealed interface Merged {}

  public record Done(Decision.Accepted source, Decision.Accepted target) implements Merged {}

  /** Neither changes. */
  public record Not(Decision.Refused refused) implements Merged {}

  /**
   * @param people who is in the source: they are invited to the target
   */
  public static Merged into(
      Side source, Side target, List<PersonId> people, Actor actor, Instant now) {
    Incident from = source.incident();
    Incident to = target.incident();
    Optional<Decision.Refused> refused = MergeFit.refused(from, to);
    if (refused.isPresent()) {
      return new Not(refused.get());
    }
    Instant at = latest(now, from, to);
    var out = new Change(from, actor, at);
    var in = new Change(to, actor, at);
    out.status = Status.MERGED;
    out.mergedInto = to.number();
    out.entry(
        EntryKind.MERGED,
        "Merged into " + to.label() + ", from entry " + (to.entries() + 1) + " there");
    in.entry(
        EntryKind.MERGED,
        from.label() + " was merged into this, with its entries 1 to " + (from.entries() + 1));
    int tasks = MovedTasks.move(source, target, out, in, at);
    ProgressRules.spread(out);
    people.forEach(person -> in.effect(new Effect.Invite(person)));
    in.post();
    in.effect(new Effect.RefreshCard());
    return new Done(
        out.accepted(
            words(source, to, people.size(), tasks),
            Offer.plain("Undo the merge", "merge undo --incident-id " + from.number())),
        in.accepted(Prose.of("Merged.")));
  }

  /**
   * @param before the status of the source before it was merged
   * @param mergedAt when it was merged, UTC
   */
  public static Merged undo(
      Side source, Side target, Status before, Instant mergedAt, Actor actor, Instant now) {
    Incident from = source.incident();
    Incident to = target.incident();
    if (now.isAfter(mergedAt.plus(UNDONE_WITHIN))) {
      return new Not(
          Change.refused(
              Prose.of("Nothing was changed: ")
                  .strong(from.label())
                  .text(" was merged at ")
                  .at(mergedAt)
                  .text(", and a merge is undone within 24 hours. To go on apart,")
                  .text(" declare it anew: ")
                  .code("/incident declare --new " + from.title())
                  .text(".")));
    }
    Instant at = latest(now, from, to);
    var out = new Change(from, actor, at);
    var in = new Change(to, actor, at);
    out.status = before;
    out.mergedInto = null;
    out.effect(new Effect.UnarchiveChannel());
    out.entry(EntryKind.MERGED, "Merge into " + to.number() + " undone: it is on its own again");
    in.entry(EntryKind.MERGED, from.label() + " is on its own again");
    MovedTasks.back(source, target, out, in, at);
    ProgressRules.spread(out);
    in.post();
    in.effect(new Effect.RefreshCard());
    return new Done(
        out.accepted(
            Prose.of("")
                .strong(from.label())
                .text(" is on its own again and " + before.word() + ", as it was before the merge.")
                .text(" Whoever was invited to " + to.number() + " stays there, too.")),
        in.accepted(Prose.of("Undone.")));
  }

  /** A merge that somebody decides without the other incident. */
  static Decision alone(Incident incident) {
    return Change.refused(
        Prose.of("Nothing was changed: a merge of ")
            .strong(incident.label())
            .text(" needs the other incident. ")
            .code("/incident merge into INC-12")
            .text("."));
  }

  private static Prose words(Side source, Incident to, int people, int tasks) {
    return Prose.of("Merged ")
        .strong(source.incident().label())
        .text(" into ")
        .strong(to.label())
        .text(": ")
        .text(people == 1 ? "one person is invited there" : people + " people are invited there")
        .text(
            tasks == 0
                ? ""
                : tasks == 1 ? ", one task went along" : ", " + tasks + " tasks went along")
        .text(". Its channel says where it goes on")
        .text(
            source.adopted()
                ? ". For 24 hours the merge can be undone."
                : ", and is archived after 24 hours; until then the merge can be undone.");
  }

  private static Instant latest(Instant now, Incident one, Incident other) {
    Instant at = now.isBefore(one.recordedAt()) ? one.recordedAt() : now;
    return at.isBefore(other.recordedAt()) ? other.recordedAt() : at;
  }
}
