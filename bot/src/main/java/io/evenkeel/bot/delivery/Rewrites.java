package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.BriefView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Topic;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Subscriptions;
import io.evenkeel.persistence.delivery.Posts;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings messages that show an entry to how it reads now: an edit, which pings nobody. What was
 * never posted, and what somebody stopped reading, is left.
 */
final class Rewrites implements Action {
  private final Scene scene;
  private final Shown shown;
  private final Effect.Place place;
  private final Effect.Kind kind;
  private final int seq;

  private Rewrites(Scene scene, Shown shown, Effect.Place place, Effect.Kind kind, int seq) {
    this.scene = scene;
    this.shown = shown;
    this.place = place;
    this.kind = kind;
    this.seq = seq;
  }

  static Rewrites ofPost(Scene scene, Shown shown, int seq) {
    return new Rewrites(scene, shown, Effect.Place.CHANNEL, Effect.Kind.POST_ENTRIES, seq);
  }

  static Rewrites ofReply(Scene scene, Shown shown, int seq) {
    return new Rewrites(
        scene, shown, Effect.Place.ANNOUNCE, Effect.Kind.REPLY_TO_ANNOUNCEMENT, seq);
  }

  static Rewrites ofBriefs(Scene scene, Shown shown, int seq) {
    return new Rewrites(scene, shown, Effect.Place.SUBSCRIBERS, Effect.Kind.BRIEF, seq);
  }

  /** A message that stands and what it should read. */
  private record Rewritten(SlackObject message, Message newest) {}

  @Override
  public String method() {
    return Edits.METHOD;
  }

  @Override
  public boolean edits() {
    return true;
  }

  /** Where Slack refuses one of them, the others are brought up to date all the same. */
  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    SlackFault refused = null;
    for (Rewritten one : attempt.read(this::read)) {
      try {
        new Edits(one.message(), one::newest).perform(attempt);
      } catch (SlackFault e) {
        if (!(e.fault() instanceof Fault.Refused)) {
          throw e;
        }
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
    return Map.of();
  }

  private List<Rewritten> read(Transaction tx) {
    Incident incident = scene.incident();
    var all = new ArrayList<Rewritten>();
    for (Posts.Showing showing : new Posts(tx).showing(incident.number(), place, kind, seq)) {
      List<TimelineEntry> entries =
          new Timeline(tx).asTheyRead(incident.number(), showing.first(), showing.last());
      PersonId reader = showing.reader();
      Optional<Message> newest =
          reader == null
              ? Optional.of(
                  PostsEntries.message(scene, shown, entries, place == Effect.Place.CHANNEL))
              : brief(tx, reader, showing, entries);
      newest.ifPresent(message -> all.add(new Rewritten(showing.message(), message)));
    }
    return all;
  }

  private Optional<Message> brief(
      Transaction tx, PersonId reader, Posts.Showing showing, List<TimelineEntry> entries) {
    Incident incident = scene.incident();
    Optional<Topic> topic =
        new Subscriptions(tx)
            .told(incident.number(), reader)
            .filter(_ -> Informs.maySee(tx, incident, reader));
    boolean first =
        new Posts(tx)
            .firstBrief(incident.number(), reader)
            .filter(showing.message()::equals)
            .isPresent();
    var channel = scene.channelObject();
    return topic.map(of ->
        first
            ? BriefView.first(
                incident,
                shown.severities(),
                entries,
                channel == null ? null : channel.channel(),
                of)
            : BriefView.more(incident, shown.severities(), entries));
  }
}
