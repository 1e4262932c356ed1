package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A direct conversation with one person. It is noted before anything is posted there, so that a
 * post in doubt is looked for where it went.
 */
final class DirectConversation {
  static final String OPEN = "conversations.open";

  private static final String CONVERSATION = "conversation";
  private static final String THREAD = "thread";

  private DirectConversation() {}

  /** The one with that person; Slack answers the same each time. */
  static ChannelId with(Attempt attempt, PersonId person) throws SlackFault {
    var opened =
        attempt.call(OPEN, slack -> slack.conversationsOpen(r -> r.users(List.of(person.value()))));
    var conversation = new ChannelId(opened.getChannel().getId());
    attempt.note(Map.of(CONVERSATION, conversation.value()));
    return conversation;
  }

  /** It goes on in a thread of one that is known. */
  static void inThread(Attempt attempt, ChannelId conversation, String thread) throws SlackFault {
    attempt.note(Map.of(CONVERSATION, conversation.value(), THREAD, thread));
  }

  /** Where a post in doubt would be; empty when none can have been sent. */
  static Optional<Action.Sought> sought(Attempt attempt) {
    String conversation = attempt.noted(CONVERSATION);
    return conversation == null
        ? Optional.empty()
        : Optional.of(
            new Action.Sought(
                new ChannelId(conversation), attempt.noted(THREAD), null, Post.purpose(attempt)));
  }
}
