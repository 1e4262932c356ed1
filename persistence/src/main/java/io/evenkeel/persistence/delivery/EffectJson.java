package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.News;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.Role;
import io.evenkeel.persistence.inbox.AnswerJson;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Effects as they are stored: the kind's word, a version, and the payload as JSON. */
final class EffectJson {
  static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EffectJson() {}

  static String payload(Effect effect) {
    ObjectNode node = JSON.createObjectNode();
    switch (effect) {
      case Effect.CreateChannel create -> {
        node.put("name", create.name()).put("visibility", create.visibility().word());
        if (create.existing() != null) {
          node.put("existing", create.existing().value());
        }
      }
      case Effect.Invite invite -> node.put("person", invite.person().value());
      case Effect.Greet greet -> node.put("person", greet.person().value());
      case Effect.AddBookmark bookmark ->
          node.put("title", bookmark.title()).put("url", bookmark.url());
      case Effect.PostEntries post -> range(node, post.first(), post.last());
      case Effect.ThreadEntries thread -> range(node, thread.first(), thread.last());
      case Effect.EditPost(int seq) -> node.put("seq", seq);
      case Effect.EditReply(int seq) -> node.put("seq", seq);
      case Effect.EditBriefs(int seq) -> node.put("seq", seq);
      case Effect.Inform inform -> range(node, inform.first(), inform.last());
      case Effect.Brief brief ->
          range(node, brief.first(), brief.last()).put("person", brief.person().value());
      case Effect.PostReminder post ->
          node.put("seq", post.seq()).put("reminder", post.reminder().word());
      case Effect.ThreadTask thread -> node.put("seq", thread.seq()).put("task", thread.task());
      case Effect.ReplyToAnnouncement reply ->
          range(node, reply.first(), reply.last()).put("broadcast", reply.broadcast());
      case Effect.Tell tell -> {
        if (tell.to() instanceof Addressee.Somebody(PersonId person)) {
          node.put("person", person.value());
        }
        news(node, tell.news());
      }
      case Effect.Say(Hearer to, Answer said) -> {
        switch (to) {
          case Hearer.Somebody(PersonId person) -> node.put("person", person.value());
          case Hearer.Channel(String name) -> node.put("channel", name);
        }
        node.put("said", AnswerJson.write(said));
      }
      case PageEffect.Call(int page, int call) -> node.put("page", page).put("call", call);
      case PageEffect.EditCall(int page, int call) -> node.put("page", page).put("call", call);
      case PageEffect.PostPage(int page) -> node.put("page", page);
      case PageEffect.RefreshPage(int page) -> node.put("page", page);
      case Effect.PostAlerts(int group) -> node.put("group", group);
      case Effect.RefreshAlerts(int group) -> node.put("group", group);
      case PageEffect.MentionPaged mention ->
          node.put("page", mention.page()).put("everybody", mention.everybody());
      case PageEffect.Ring ring ->
          node.put("page", ring.page())
              .put("outlet", ring.outlet())
              .put("what", ring.what().word());
      case Effect.Hook hook -> HookJson.write(node, hook);
      case Effect.PostStatement(int number) -> node.put("statement", number);
      case Effect.AnnounceStatement(int number) -> node.put("statement", number);
      case Effect.FetchMessage(MessageRef message) ->
          node.put("channel", message.channel().value()).put("ts", message.ts());
      case Effect.PostCard _,
          Effect.PinCard _,
          Effect.RefreshCard _,
          Effect.SetTopic _,
          Effect.SharePostmortem _,
          Effect.KeepFile _,
          Effect.ArchiveChannel _,
          Effect.UnarchiveChannel _,
          Effect.Announce _,
          Effect.RefreshAnnouncement _ -> {
        // The kind says it all.
      }
    }
    return JSON.writeValueAsString(node);
  }

  private static void news(ObjectNode node, News news) {
    switch (news) {
      case News.OfParked _ -> {
        // The kind says it all.
      }
      case News.OfDuty(Role role) -> node.put("role", role.name());
      case News.OfOffer(int handover) -> node.put("handover", handover);
      case News.OfHandover(int handover) -> node.put("handover", handover);
      case News.OfChange(int first, int last) -> range(node, first, last);
      case News.OfTask(int number) -> node.put("task", number);
      case News.OfOverdue(int number) -> node.put("task", number);
      case News.OfAction(int number) -> node.put("action", number);
      case News.OfStatement(int number) -> node.put("statement", number);
      case News.OfVerdict(int number) -> node.put("statement", number);
      case News.OfUnanswered(int page) -> node.put("page", page);
      case News.OfReminder(Reminder reminder, Instant decided) ->
          ReminderJson.write(node, reminder).put("decided", decided.toString());
      case News.OfPostmortem _ -> {
        // It is the incident's own.
      }
    }
  }

  private static ObjectNode range(ObjectNode node, int first, int last) {
    return node.put("first", first).put("last", last);
  }
}
