package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.EntriesView;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.alert.Signs;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.runbook.Use;
import io.evenkeel.slo.Cost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest state that an effect shows, read in one transaction. */
record Scene(
    Incident incident,
    Excerpt excerpt,
    Board board,
    List<ParkedEffect> parked,
    @Nullable SlackObject channelObject,
    @Nullable SlackObject card,
    @Nullable SlackObject announcement,
    @Nullable ChannelId goesOn,
    @Nullable SlackObject topic,
    Postmortem postmortem,
    List<Cost> costs,
    List<Use.Sign> signs) {

  private static final List<Purpose> PLACES =
      List.of(Purpose.CHANNEL, Purpose.CARD, Purpose.ANNOUNCEMENT, Purpose.TOPIC);

  static Map<Purpose, SlackObject> objects(Transaction tx, IncidentNumber number) {
    return new SlackObjects(tx).find(number, PLACES);
  }

  /** Only what that effect shows is read. */
  static Scene read(
      Transaction tx, IncidentNumber number, Effect effect, Map<Purpose, SlackObject> objects) {
    Excerpt excerpt =
        switch (effect) {
          case Effect.PostEntries post -> Excerpt.withHead(tx, number, post.first(), post.last());
          case Effect.ThreadEntries thread ->
              Excerpt.read(tx, number, thread.first(), thread.last());
          case Effect.PostReminder post -> Excerpt.read(tx, number, post.seq(), post.seq());
          case Effect.ThreadTask thread -> Excerpt.read(tx, number, thread.seq(), thread.seq());
          case Effect.ReplyToAnnouncement reply ->
              Excerpt.read(tx, number, reply.first(), reply.last());
          case Effect.Inform inform -> Excerpt.read(tx, number, inform.first(), inform.last());
          case Effect.Brief brief -> Excerpt.asItReads(tx, number, brief.first(), brief.last());
          case Effect.Tell(_, News.OfOffer _) -> Excerpt.newest(tx, number);
          case Effect.Tell(_, News.OfChange(int first, int last)) ->
              Excerpt.read(tx, number, first, last);
          case Effect.CreateChannel _,
              Effect.PostCard _,
              Effect.PinCard _,
              Effect.RefreshCard _,
              Effect.SetTopic _,
              Effect.Invite _,
              Effect.SharePostmortem _,
              Effect.KeepFile _,
              Effect.ArchiveChannel _,
              Effect.UnarchiveChannel _,
              Effect.Announce _,
              Effect.RefreshAnnouncement _,
              Effect.FetchMessage _,
              Effect.AddBookmark _,
              Effect.Greet _,
              Effect.EditPost _,
              Effect.EditReply _,
              Effect.EditBriefs _,
              PageEffect.Call _,
              PageEffect.EditCall _,
              PageEffect.PostPage _,
              PageEffect.RefreshPage _,
              PageEffect.MentionPaged _,
              PageEffect.Ring _,
              Effect.Hook _,
              Effect.Tell(_, News.OfUnanswered _),
              Effect.Say _,
              Effect.PostAlerts _,
              Effect.RefreshAlerts _,
              Effect.Tell(_, News.OfParked _),
              Effect.Tell(_, News.OfDuty _),
              Effect.Tell(_, News.OfHandover _),
              Effect.Tell(_, News.OfTask _),
              Effect.Tell(_, News.OfOverdue _),
              Effect.PostStatement _,
              Effect.AnnounceStatement _,
              Effect.Tell(_, News.OfStatement _),
              Effect.Tell(_, News.OfVerdict _),
              Effect.Tell(_, News.OfPostmortem _),
              Effect.Tell(_, News.OfReminder _),
              Effect.Tell(_, News.OfAction _) ->
              Excerpt.NONE;
        };
    Incident incident =
        new Incidents(tx).find(number).orElseThrow(() -> new Missing("the incident"));
    return new Scene(
        incident,
        excerpt,
        board(tx, number, effect),
        excerpt.entries().isEmpty() ? new Parked(tx).of(number) : List.of(),
        objects.get(Purpose.CHANNEL),
        objects.get(Purpose.CARD),
        objects.get(Purpose.ANNOUNCEMENT),
        goesOn(tx, incident),
        objects.get(Purpose.TOPIC),
        effect instanceof Effect.Tell(_, News.OfPostmortem _)
                || effect instanceof Effect.Tell(_, News.OfReminder _)
            ? new Postmortems(tx).of(number)
            : Postmortem.NONE,
        effect instanceof Effect.RefreshCard || effect instanceof Effect.PostCard
            ? new Prices(tx).of(number)
            : List.of(),
        shows(effect) ? Signs.of(tx, number) : List.of());
  }

  /** It shows the card. */
  private static boolean shows(Effect effect) {
    return effect instanceof Effect.PostCard || effect instanceof Effect.RefreshCard;
  }

  /** The channel of the incident it was merged into. */
  private static @Nullable ChannelId goesOn(Transaction tx, Incident incident) {
    IncidentNumber into = incident.mergedInto();
    return into == null
        ? null
        : new SlackObjects(tx).find(into, Purpose.CHANNEL).map(SlackObject::channel).orElse(null);
  }

  /** Timeline entries with the end of the chain that they stand in. */
  record Excerpt(List<TimelineEntry> entries, EntriesView.Head head) {
    private static final Excerpt NONE = new Excerpt(List.of(), new EntriesView.Head(0, ""));

    /** So many are looked through for whoever takes over. */
    private static final int NEWEST = 500;

    private static Excerpt newest(Transaction tx, IncidentNumber number) {
      int last = new Timeline(tx).head(number).count();
      return read(tx, number, Math.max(1, last - NEWEST), last);
    }

    private static Excerpt withHead(Transaction tx, IncidentNumber number, int first, int last) {
      var head = new Timeline(tx).head(number);
      return new Excerpt(
          read(tx, number, first, last).entries(), new EntriesView.Head(head.count(), head.hash()));
    }

    private static Excerpt asItReads(Transaction tx, IncidentNumber number, int first, int last) {
      return new Excerpt(new Timeline(tx).asTheyRead(number, first, last), NONE.head());
    }

    private static Excerpt read(Transaction tx, IncidentNumber number, int first, int last) {
      return new Excerpt(new Timeline(tx).range(number, first, last), NONE.head());
    }
  }

  /** Read only for what shows it. */
  private static Board board(Transaction tx, IncidentNumber number, Effect effect) {
    return switch (effect) {
      case Effect.PostCard _, Effect.RefreshCard _ ->
          new Boards(tx).of(number).withAlerts(new AlertGroups(tx).tally(number));
      case Effect.ThreadTask _,
          Effect.Tell(_, News.OfOffer _),
          Effect.Tell(_, News.OfHandover _),
          Effect.Tell(_, News.OfTask _),
          Effect.Tell(_, News.OfOverdue _),
          Effect.Tell(_, News.OfAction _) ->
          new Boards(tx).of(number);
      case PageEffect.Call _,
          PageEffect.EditCall _,
          PageEffect.PostPage _,
          PageEffect.RefreshPage _,
          PageEffect.MentionPaged _,
          PageEffect.Ring _,
          Effect.Tell(_, News.OfUnanswered _) ->
          Board.EMPTY.withPages(new Boards(tx).pages(number));
      case Effect.PostStatement _,
          Effect.AnnounceStatement _,
          Effect.Tell(_, News.OfStatement _),
          Effect.Tell(_, News.OfVerdict _) ->
          Board.EMPTY.withStatements(new Boards(tx).statements(number));
      case Effect.CreateChannel _,
          Effect.PinCard _,
          Effect.SetTopic _,
          Effect.Invite _,
          Effect.PostEntries _,
          Effect.PostReminder _,
          Effect.ThreadEntries _,
          Effect.SharePostmortem _,
          Effect.KeepFile _,
          Effect.ArchiveChannel _,
          Effect.UnarchiveChannel _,
          Effect.Announce _,
          Effect.RefreshAnnouncement _,
          Effect.ReplyToAnnouncement _,
          Effect.FetchMessage _,
          Effect.AddBookmark _,
          Effect.Hook _,
          Effect.Greet _,
          Effect.Inform _,
          Effect.Brief _,
          Effect.EditPost _,
          Effect.EditReply _,
          Effect.EditBriefs _,
          Effect.Say _,
          Effect.PostAlerts _,
          Effect.RefreshAlerts _,
          Effect.Tell(_, News.OfParked _),
          Effect.Tell(_, News.OfDuty _),
          Effect.Tell(_, News.OfPostmortem _),
          Effect.Tell(_, News.OfReminder _),
          Effect.Tell(_, News.OfChange _) ->
          Board.EMPTY;
    };
  }

  Optional<Task> task(int number) {
    return board.tasks().stream().filter(task -> task.number() == number).findFirst();
  }

  Optional<ActionItem> action(int number) {
    return board.actions().stream().filter(action -> action.number() == number).findFirst();
  }

  Page page(int number) {
    return board.page(number).orElseThrow(() -> new Missing("page " + number));
  }

  Statement statement(int number) {
    return board.statements().stream()
        .filter(statement -> statement.number() == number)
        .findFirst()
        .orElseThrow(() -> new Missing("statement " + number));
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
