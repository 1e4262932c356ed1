package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.News;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.inbox.AnswerJson;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Effects as they are read from what {@link EffectJson} has written. */
final class StoredEffect {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredEffect() {}

  /** Never throws: one damaged row must not hold up the others. */
  static Decoded read(String word, int version, String payload) {
    var kind = Effect.Kind.find(word);
    if (kind.isEmpty() || version != EffectJson.VERSION) {
      return new Decoded.Foreign(word, version);
    }
    try {
      return new Decoded.Known(effect(kind.get(), JSON.readTree(payload)));
    } catch (RuntimeException e) {
      return new Decoded.Unreadable(
          "The stored " + word + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static Effect effect(Effect.Kind kind, JsonNode json) {
    return switch (kind) {
      case CREATE_CHANNEL ->
          new Effect.CreateChannel(
              text(json, "name"),
              Visibility.valueOf(text(json, "visibility").toUpperCase(Locale.ROOT)),
              json.has("existing") ? new ChannelId(text(json, "existing")) : null);
      case POST_CARD -> new Effect.PostCard();
      case PIN_CARD -> new Effect.PinCard();
      case REFRESH_CARD -> new Effect.RefreshCard();
      case SET_TOPIC -> new Effect.SetTopic();
      case INVITE -> new Effect.Invite(new PersonId(text(json, "person")));
      case GREET -> new Effect.Greet(new PersonId(text(json, "person")));
      case ADD_BOOKMARK -> new Effect.AddBookmark(text(json, "title"), text(json, "url"));
      case POST_ENTRIES -> new Effect.PostEntries(number(json, "first"), number(json, "last"));
      case THREAD_ENTRIES -> new Effect.ThreadEntries(number(json, "first"), number(json, "last"));
      case SHARE_POSTMORTEM -> new Effect.SharePostmortem();
      case KEEP_FILE -> new Effect.KeepFile();
      case ARCHIVE_CHANNEL -> new Effect.ArchiveChannel();
      case UNARCHIVE_CHANNEL -> new Effect.UnarchiveChannel();
      case ANNOUNCE -> new Effect.Announce();
      case REFRESH_ANNOUNCEMENT -> new Effect.RefreshAnnouncement();
      case REPLY_TO_ANNOUNCEMENT ->
          new Effect.ReplyToAnnouncement(
              number(json, "first"), number(json, "last"), json.required("broadcast").asBoolean());
      case FETCH_MESSAGE ->
          new Effect.FetchMessage(
              new MessageRef(new ChannelId(text(json, "channel")), text(json, "ts")));
      case EDIT_POST -> new Effect.EditPost(number(json, "seq"));
      case EDIT_REPLY -> new Effect.EditReply(number(json, "seq"));
      case EDIT_BRIEFS -> new Effect.EditBriefs(number(json, "seq"));
      case INFORM -> new Effect.Inform(number(json, "first"), number(json, "last"));
      case BRIEF ->
          new Effect.Brief(
              new PersonId(text(json, "person")), number(json, "first"), number(json, "last"));
      case TELL_PARKED -> new Effect.Tell(addressee(json), new News.OfParked());
      case TELL_CHANGE ->
          new Effect.Tell(
              addressee(json), new News.OfChange(number(json, "first"), number(json, "last")));
      case THREAD_TASK -> new Effect.ThreadTask(number(json, "seq"), number(json, "task"));
      case TELL_TASK -> new Effect.Tell(addressee(json), new News.OfTask(number(json, "task")));
      case TELL_OVERDUE ->
          new Effect.Tell(addressee(json), new News.OfOverdue(number(json, "task")));
      case TELL_ACTION ->
          new Effect.Tell(addressee(json), new News.OfAction(number(json, "action")));
      case POST_STATEMENT -> new Effect.PostStatement(number(json, "statement"));
      case ANNOUNCE_STATEMENT -> new Effect.AnnounceStatement(number(json, "statement"));
      case TELL_STATEMENT ->
          new Effect.Tell(addressee(json), new News.OfStatement(number(json, "statement")));
      case TELL_VERDICT ->
          new Effect.Tell(addressee(json), new News.OfVerdict(number(json, "statement")));
      case TELL_POSTMORTEM -> new Effect.Tell(addressee(json), new News.OfPostmortem());
      case TELL_REMINDER ->
          new Effect.Tell(
              addressee(json),
              new News.OfReminder(ReminderJson.read(json), Instant.parse(text(json, "decided"))));
      case POST_REMINDER ->
          new Effect.PostReminder(number(json, "seq"), ReminderJson.kind(text(json, "reminder")));
      case SAY ->
          new Effect.Say(
              json.has("person")
                  ? new Hearer.Somebody(new PersonId(text(json, "person")))
                  : new Hearer.Channel(text(json, "channel")),
              AnswerJson.read(text(json, "said")));
      case TELL_UNANSWERED ->
          new Effect.Tell(addressee(json), new News.OfUnanswered(number(json, "page")));
      case CALL -> new PageEffect.Call(number(json, "page"), number(json, "call"));
      case EDIT_CALL -> new PageEffect.EditCall(number(json, "page"), number(json, "call"));
      case POST_PAGE -> new PageEffect.PostPage(number(json, "page"));
      case POST_ALERTS -> new Effect.PostAlerts(number(json, "group"));
      case REFRESH_ALERTS -> new Effect.RefreshAlerts(number(json, "group"));
      case REFRESH_PAGE -> new PageEffect.RefreshPage(number(json, "page"));
      case MENTION_PAGED ->
          new PageEffect.MentionPaged(number(json, "page"), json.required("everybody").asBoolean());
      case RING ->
          new PageEffect.Ring(
              number(json, "page"),
              text(json, "outlet"),
              PageEffect.Ring.What.valueOf(text(json, "what").toUpperCase(Locale.ROOT)));
      case HOOK -> HookJson.read(json);
      case TELL_DUTY ->
          new Effect.Tell(addressee(json), new News.OfDuty(new Role(text(json, "role"))));
      case TELL_OFFER ->
          new Effect.Tell(addressee(json), new News.OfOffer(number(json, "handover")));
      case TELL_HANDOVER ->
          new Effect.Tell(addressee(json), new News.OfHandover(number(json, "handover")));
    };
  }

  /** Nobody by name: whoever commands. */
  private static Addressee addressee(JsonNode json) {
    return json.has("person")
        ? new Addressee.Somebody(new PersonId(text(json, "person")))
        : new Addressee.Commander();
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).stringValue();
  }

  private static int number(JsonNode json, String field) {
    return json.required(field).intValue();
  }
}
