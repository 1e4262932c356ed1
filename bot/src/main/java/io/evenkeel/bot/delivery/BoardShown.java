package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Board;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.board.Boards;

/** As much of an incident's board as an effect shows: what it does not show is not read. */
final class BoardShown {
  private BoardShown() {}

  static Board by(Effect effect, Transaction tx, IncidentNumber number) {
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
}
