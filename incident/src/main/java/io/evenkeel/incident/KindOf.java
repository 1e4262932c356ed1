package io.evenkeel.incident;

/** Which kind an effect is of. */
final class KindOf {
  private KindOf() {}

  static Effect.Kind effect(Effect effect) {
    return switch (effect) {
      case Effect.CreateChannel _ -> Effect.Kind.CREATE_CHANNEL;
      case Effect.PostCard _ -> Effect.Kind.POST_CARD;
      case Effect.PinCard _ -> Effect.Kind.PIN_CARD;
      case Effect.RefreshCard _ -> Effect.Kind.REFRESH_CARD;
      case Effect.SetTopic _ -> Effect.Kind.SET_TOPIC;
      case Effect.Invite _ -> Effect.Kind.INVITE;
      case Effect.PostEntries _ -> Effect.Kind.POST_ENTRIES;
      case Effect.ThreadEntries _ -> Effect.Kind.THREAD_ENTRIES;
      case Effect.ThreadTask _ -> Effect.Kind.THREAD_TASK;
      case Effect.SharePostmortem _ -> Effect.Kind.SHARE_POSTMORTEM;
      case Effect.ArchiveChannel _ -> Effect.Kind.ARCHIVE_CHANNEL;
      case Effect.UnarchiveChannel _ -> Effect.Kind.UNARCHIVE_CHANNEL;
      case Effect.Announce _ -> Effect.Kind.ANNOUNCE;
      case Effect.RefreshAnnouncement _ -> Effect.Kind.REFRESH_ANNOUNCEMENT;
      case Effect.ReplyToAnnouncement _ -> Effect.Kind.REPLY_TO_ANNOUNCEMENT;
      case Effect.Tell(_, News.OfParked _) -> Effect.Kind.TELL_PARKED;
      case Effect.Tell(_, News.OfDuty _) -> Effect.Kind.TELL_DUTY;
      case Effect.Tell(_, News.OfChange _) -> Effect.Kind.TELL_CHANGE;
      case Effect.FetchMessage _ -> Effect.Kind.FETCH_MESSAGE;
      case Effect.Tell(_, News.OfOffer _) -> Effect.Kind.TELL_OFFER;
      case Effect.Tell(_, News.OfHandover _) -> Effect.Kind.TELL_HANDOVER;
      case Effect.Tell(_, News.OfTask _) -> Effect.Kind.TELL_TASK;
      case Effect.Tell(_, News.OfOverdue _) -> Effect.Kind.TELL_OVERDUE;
      case Effect.Tell(_, News.OfAction _) -> Effect.Kind.TELL_ACTION;
      case Effect.Tell(_, News.OfPostmortem _) -> Effect.Kind.TELL_POSTMORTEM;
      case Effect.Tell(_, News.OfUnanswered _) -> Effect.Kind.TELL_UNANSWERED;
      case Effect.KeepFile _ -> Effect.Kind.KEEP_FILE;
      case PageEffect.Call _ -> Effect.Kind.CALL;
      case PageEffect.EditCall _ -> Effect.Kind.EDIT_CALL;
      case PageEffect.PostPage _ -> Effect.Kind.POST_PAGE;
      case PageEffect.RefreshPage _ -> Effect.Kind.REFRESH_PAGE;
      case PageEffect.MentionPaged _ -> Effect.Kind.MENTION_PAGED;
      case PageEffect.Ring _ -> Effect.Kind.RING;
      case Effect.Hook _ -> Effect.Kind.HOOK;
      case Effect.AddBookmark _ -> Effect.Kind.ADD_BOOKMARK;
      case Effect.Greet _ -> Effect.Kind.GREET;
      case Effect.Inform _ -> Effect.Kind.INFORM;
      case Effect.Brief _ -> Effect.Kind.BRIEF;
      case Effect.PostStatement _ -> Effect.Kind.POST_STATEMENT;
      case Effect.AnnounceStatement _ -> Effect.Kind.ANNOUNCE_STATEMENT;
      case Effect.Tell(_, News.OfStatement _) -> Effect.Kind.TELL_STATEMENT;
      case Effect.Tell(_, News.OfVerdict _) -> Effect.Kind.TELL_VERDICT;
      case Effect.EditPost _ -> Effect.Kind.EDIT_POST;
      case Effect.EditReply _ -> Effect.Kind.EDIT_REPLY;
      case Effect.EditBriefs _ -> Effect.Kind.EDIT_BRIEFS;
      case Effect.Tell(_, News.OfReminder _) -> Effect.Kind.TELL_REMINDER;
      case Effect.PostReminder _ -> Effect.Kind.POST_REMINDER;
      case Effect.Say _ -> Effect.Kind.SAY;
      case Effect.PostAlerts _ -> Effect.Kind.POST_ALERTS;
      case Effect.RefreshAlerts _ -> Effect.Kind.REFRESH_ALERTS;
    };
  }
}
