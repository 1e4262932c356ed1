package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.EntriesView;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest state that an effect shows, read in one transaction. */
record Scene(
    Incident incident,
    List<TimelineEntry> entries,
    EntriesView.Head head,
    Board board,
    List<ParkedEffect> parked,
    @Nullable SlackObject channelObject,
    @Nullable SlackObject card,
    @Nullable SlackObject announcement) {

  static Scene read(Transaction tx, IncidentNumber number, Effect effect) {
    var objects = new SlackObjects(tx);
    var timeline = new Timeline(tx);
    var head = timeline.head(number);
    return new Scene(
        new Incidents(tx).find(number).orElseThrow(() -> new Missing("the incident")),
        switch (effect) {
          case Effect.PostEntries post -> timeline.range(number, post.first(), post.last());
          case Effect.ThreadEntries thread -> timeline.range(number, thread.first(), thread.last());
          case Effect.ReplyToAnnouncement reply ->
              timeline.range(number, reply.first(), reply.last());
          case Effect.CreateChannel _,
              Effect.PostCard _,
              Effect.PinCard _,
              Effect.RefreshCard _,
              Effect.SetTopic _,
              Effect.Invite _,
              Effect.SharePostmortem _,
              Effect.Announce _,
              Effect.RefreshAnnouncement _,
              Effect.Tell _ ->
              List.of();
        },
        new EntriesView.Head(head.count(), head.hash()),
        board(tx, number, effect),
        new Parked(tx).of(number),
        objects.find(number, Purpose.CHANNEL).orElse(null),
        objects.find(number, Purpose.CARD).orElse(null),
        objects.find(number, Purpose.ANNOUNCEMENT).orElse(null));
  }

  /** Read only for what shows it. */
  private static Board board(Transaction tx, IncidentNumber number, Effect effect) {
    return switch (effect) {
      case Effect.PostCard _, Effect.RefreshCard _ -> new Boards(tx).of(number);
      case Effect.CreateChannel _,
          Effect.PinCard _,
          Effect.SetTopic _,
          Effect.Invite _,
          Effect.PostEntries _,
          Effect.ThreadEntries _,
          Effect.SharePostmortem _,
          Effect.Announce _,
          Effect.RefreshAnnouncement _,
          Effect.ReplyToAnnouncement _,
          Effect.Tell _ ->
          Board.EMPTY;
    };
  }

  ChannelId channel() {
    return need(channelObject, "the incident's channel").channel();
  }

  SlackObject need(@Nullable SlackObject object, String what) {
    if (object == null) {
      throw new Missing(what);
    }
    return object;
  }

  /** Something that must be there first is not. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missing(String what) {
      super(what + " is not there");
    }
  }
}
