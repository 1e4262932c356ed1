package io.evenkeel.incident;

import java.util.Optional;

/** Without which effect of the same stream another cannot be done. */
final class Dependence {
  private Dependence() {}

  static Optional<Effect.Kind> of(Effect effect) {
    return switch (effect) {
      case Effect.CreateChannel _,
          Effect.Announce _,
          Effect.Tell _,
          Effect.FetchMessage _,
          Effect.Inform _,
          Effect.Brief _,
          Effect.EditBriefs _,
          Effect.Say _,
          Effect.PostAlerts _,
          Effect.KeepFile _,
          PageEffect.Call _,
          PageEffect.EditCall _,
          PageEffect.Ring _,
          Effect.Hook _ ->
          Optional.empty();
      case Effect.PostCard _,
          Effect.SetTopic _,
          Effect.Invite _,
          Effect.PostEntries _,
          Effect.PostReminder _,
          Effect.SharePostmortem _,
          Effect.ArchiveChannel _,
          Effect.UnarchiveChannel _,
          Effect.AddBookmark _,
          Effect.PostStatement _,
          Effect.Greet _,
          Effect.EditPost _,
          PageEffect.PostPage _,
          PageEffect.RefreshPage _,
          PageEffect.MentionPaged _ ->
          Optional.of(Effect.Kind.CREATE_CHANNEL);
      case Effect.PinCard _, Effect.RefreshCard _, Effect.ThreadEntries _, Effect.ThreadTask _ ->
          Optional.of(Effect.Kind.POST_CARD);
      case Effect.RefreshAnnouncement _,
          Effect.ReplyToAnnouncement _,
          Effect.AnnounceStatement _,
          Effect.EditReply _ ->
          Optional.of(Effect.Kind.ANNOUNCE);
      case Effect.RefreshAlerts _ -> Optional.of(Effect.Kind.POST_ALERTS);
    };
  }
}
