package io.evenkeel.bot.desk;

import io.evenkeel.grammar.MessageText;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.CapturedMessage;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.Retelling;
import io.evenkeel.incident.Sighting;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Wording;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.CaptureMarks;
import io.evenkeel.persistence.incident.CapturedMessages;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.people.People;
import java.time.Instant;
import java.util.List;

/**
 * One message of one incident, whose lock is held: what was told of it becomes what the timeline
 * shows of it. Whatever was told already changes nothing.
 */
final class Capturing {
  private final Transaction tx;
  private final Incidents incidents;
  private final CapturedMessages messages;
  private final CaptureMarks marks;
  private final Incident incident;
  private final MessageRef message;
  private final Instant now;

  /**
   * @param incidents where the incident was locked
   * @param now UTC at microseconds
   */
  Capturing(
      Transaction tx, Incidents incidents, Incident incident, MessageRef message, Instant now) {
    this.tx = tx;
    this.incidents = incidents;
    this.incident = incident;
    this.message = message;
    this.now = now;
    messages = new CapturedMessages(tx);
    marks = new CaptureMarks(tx);
  }

  /**
   * Somebody wants it there, or no longer does.
   *
   * @return whether it is there already, or must be read first, or is not wanted
   */
  Standing marked(Mark mark) {
    CapturedMessage captured = captured();
    messages.store(captured);
    marks.mark(incident.number(), message, mark);
    boolean wanted = Mark.wanted(marks.marks(incident.number(), message));
    if (captured.deleted() || wanted == captured.shown()) {
      return captured.shown() ? Standing.THERE : Standing.OUT;
    }
    if (wanted) {
      new Effects(tx).enqueue(incident.number(), List.of(new Effect.FetchMessage(message)), now);
      return Standing.COMING;
    }
    var by = new Actor.Human(person(mark.by(), mark.by().value()));
    take(captured, new Retelling.Withdrawn(messages.shown(captured), by, mark.at()), by);
    return Standing.OUT;
  }

  /** How a message stands in a timeline. */
  enum Standing {
    THERE,
    COMING,
    OUT
  }

  /** It was found, or is gone: shown if it is still wanted. */
  void seen(Sighting sighting) {
    CapturedMessage captured = captured();
    switch (sighting) {
      case Sighting.Found found -> {
        if (!captured.deleted()
            && !captured.shown()
            && Mark.wanted(marks.marks(incident.number(), message))) {
          show(captured, found);
        }
      }
      case Sighting.Gone _ -> {
        if (!captured.shown()) {
          messages.store(captured.gone());
        }
      }
    }
  }

  private void show(CapturedMessage captured, Sighting.Found found) {
    String given = found.authorName();
    Person author = person(found.author(), given == null ? found.author().value() : given);
    Instant known = captured.version();
    String newest = captured.newest();
    if (newest != null && known != null && !known.isBefore(found.version())) {
      show(captured, new Quote(message, author, newest, found.link()), known);
    } else {
      String text = MessageText.of(found.wording(), new People(tx));
      show(captured, new Quote(message, author, text, found.link()), found.version());
    }
  }

  /** It came with the request: nothing must be read. */
  void quoted(Quote quote, Mark asked) {
    CapturedMessage captured = captured();
    messages.store(captured);
    marks.mark(incident.number(), message, asked);
    if (!captured.shown() && !captured.deleted()) {
      show(captured, quote, message.at());
    }
  }

  /** The first entry of a new incident shows it already. */
  void first(Mark asked) {
    messages.store(captured().shownBy(1, message.at()));
    marks.mark(incident.number(), message, asked);
  }

  private void show(CapturedMessage captured, Quote quote, Instant version) {
    var decision = incident.decide(new Retelling.Captured(quote, captured.entry()), now);
    record(decision, new Actor.Human(quote.author()));
    messages.store(captured.shownBy(seq(decision), version));
  }

  /** Its author has changed it. */
  void edited(Wording wording, Instant version, Instant toldAt) {
    CapturedMessage captured = captured();
    if (captured.deleted() || !captured.olderThan(version, toldAt)) {
      return;
    }
    String text = MessageText.of(wording, new People(tx));
    CapturedMessage next = captured.edited(text, version, toldAt);
    if (captured.shown()) {
      TimelineEntry shown = messages.shown(captured);
      if (!text.equals(shown.text())) {
        var decision = incident.decide(new Retelling.Edited(shown, text), now);
        record(decision, shown.actor());
        next = next.shownBy(seq(decision), version);
      }
    }
    messages.store(next);
  }

  void deleted(Instant at) {
    CapturedMessage captured = captured();
    if (captured.deleted()) {
      return;
    }
    if (captured.shown()) {
      var gone = new Retelling.Deleted(messages.shown(captured), at);
      take(captured.gone(), gone, new Actor.Evenkeel());
    } else {
      messages.store(captured.gone());
    }
  }

  private void take(CapturedMessage captured, Retelling why, Actor by) {
    var decision = incident.decide(why, now);
    record(decision, by);
    messages.store(captured.takenBy(seq(decision)));
  }

  private void record(Decision.Accepted decision, Actor by) {
    Recording.record(tx, incidents, incident, decision, by, now);
  }

  private static int seq(Decision.Accepted decision) {
    return decision.entries().getLast().seq();
  }

  private CapturedMessage captured() {
    return messages.of(incident.number(), message);
  }

  private Person person(PersonId id, String otherwise) {
    return new People(tx).byId(id).orElseGet(() -> new Person(id, otherwise));
  }
}
