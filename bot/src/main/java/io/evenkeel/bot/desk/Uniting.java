package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Merging;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import io.evenkeel.persistence.incident.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges one incident into another and undoes it: both in one transaction, so that neither timeline
 * tells what the other does not. Merges wait for each other ({@link Merges#serialise}) before an
 * incident is locked.
 */
final class Uniting {
  private final Transaction tx;
  private final House house;
  private final Incidents incidents;
  private final Actor actor;
  private final Instant now;

  Uniting(Transaction tx, House house, Incidents incidents, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.incidents = incidents;
    this.actor = actor;
    this.now = now;
  }

  /**
   * @param source locked
   */
  Answer merge(Incident source, IncidentNumber into) {
    PersonId speaker = Recording.person(actor).id();
    Optional<Incident> target =
        into.equals(source.number())
            ? Optional.of(source)
            : Optional.of(into)
                .filter(seen -> incidents.maySee(seen, speaker))
                .flatMap(incidents::lock);
    return target.isEmpty() ? Ordering.unknown(into) : merge(source, target.get());
  }

  private Answer merge(Incident source, Incident target) {
    var merged = Merging.into(side(source), side(target), people(source), actor, now);
    Answer answer = recorded(source, target, merged);
    if (answer.recorded()) {
      new Merges(tx).add(new Merges.Merge(source.number(), target.number(), source.status(), now));
    }
    return answer;
  }

  /**
   * @param incident locked: the one that was merged, or the one that it was merged into
   */
  Answer undo(Incident incident) {
    var merges = new Merges(tx);
    PersonId speaker = Recording.person(actor).id();
    Optional<Merges.Merge> own = merges.of(incident.number());
    if (own.isPresent()) {
      return incidents.maySee(own.get().target(), speaker)
          ? undo(own.get(), incident, incidents.lock(own.get().target()).orElseThrow())
          : Ordering.unknown(own.get().target());
    }
    List<Merges.Merge> here =
        merges.into(incident.number(), now.minus(Merging.UNDONE_WITHIN)).stream()
            .filter(merge -> incidents.maySee(merge.source(), speaker))
            .toList();
    return here.size() == 1
        ? undo(here.getFirst(), incidents.lock(here.getFirst().source()).orElseThrow(), incident)
        : which(incident, here);
  }

  private Answer undo(Merges.Merge merge, Incident source, Incident target) {
    var undone = Merging.undo(side(source), side(target), merge.before(), merge.at(), actor, now);
    Answer answer = recorded(source, target, undone);
    if (answer.recorded()) {
      new Merges(tx).undone(source.number(), now);
    }
    return answer;
  }

  private static Answer which(Incident incident, List<Merges.Merge> here) {
    if (here.isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing was changed: nothing was merged into ")
              .strong(incident.label())
              .text(" in the last 24 hours, and it was merged into nothing. To name another one: ")
              .code("/incident merge undo INC-7")
              .text("."));
    }
    return Answer.unchanged(
        Prose.of("Nothing was changed yet: which one is on its own again?"),
        here.stream()
            .map(merge ->
                Offer.plain(
                    merge.source().toString(), "merge undo --incident-id " + merge.source()))
            .toArray(Offer[]::new));
  }

  private Answer recorded(Incident source, Incident target, Merging.Merged merged) {
    return switch (merged) {
      case Merging.Not(var refused) -> Recording.record(tx, incidents, source, refused, actor, now);
      case Merging.Done(var out, var in) -> {
        Recording.record(tx, incidents, target, in, actor, now);
        Answer answer = Recording.record(tx, incidents, source, out, actor, now);
        yield Responding.follow(tx, house, incidents, source, out, answer, now);
      }
    };
  }

  private Merging.Side side(Incident incident) {
    return new Merging.Side(
        incident, new Boards(tx).of(incident.number()), Rooms.adopted(tx, incident));
  }

  /** Whoever is in it, declared it or holds a role in it. */
  private List<PersonId> people(Incident source) {
    return Stream.of(
            Stream.of(source.declaredBy().id()),
            source.roles().values().stream().map(held -> held.person().id()),
            new Members(tx).of(source.number()).stream())
        .flatMap(some -> some)
        .filter(person -> !person.equals(Person.EVENKEEL.id()))
        .distinct()
        .toList();
  }
}
