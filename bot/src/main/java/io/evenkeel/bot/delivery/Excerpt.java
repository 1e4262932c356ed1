package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.EntriesView;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Timeline;
import java.util.List;

/** Timeline entries with the end of the chain that they stand in. */
record Excerpt(List<TimelineEntry> entries, EntriesView.Head head) {
  private static final Excerpt NONE = new Excerpt(List.of(), new EntriesView.Head(0, ""));

  /** So many are looked through for whoever takes over. */
  private static final int NEWEST = 500;

  /** The entries that an effect shows; none for any other. */
  static Excerpt of(Transaction tx, IncidentNumber number, Effect effect) {
    return switch (effect) {
      case Effect.PostEntries post -> withHead(tx, number, post.first(), post.last());
      case Effect.ThreadEntries thread -> read(tx, number, thread.first(), thread.last());
      case Effect.PostReminder post -> read(tx, number, post.seq(), post.seq());
      case Effect.ThreadTask thread -> read(tx, number, thread.seq(), thread.seq());
      case Effect.ReplyToAnnouncement reply -> read(tx, number, reply.first(), reply.last());
      case Effect.Inform inform -> read(tx, number, inform.first(), inform.last());
      case Effect.Brief brief -> asItReads(tx, number, brief.first(), brief.last());
      case Effect.Tell(_, News.OfOffer _) -> newest(tx, number);
      case Effect.Tell(_, News.OfChange(int first, int last)) -> read(tx, number, first, last);
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
          NONE;
    };
  }

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
