package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells one person by direct message what belongs to no incident. */
final class SaysToSomebody implements Action {
  private static final String OPEN = "conversations.open";
  private static final String CONVERSATION = "conversation";

  private final PersonId person;
  private final Message message;

  SaysToSomebody(PersonId person, Message message) {
    this.person = person;
    this.message = message;
  }

  @Override
  public String method() {
    return OPEN;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var opened =
        attempt.call(OPEN, slack -> slack.conversationsOpen(r -> r.users(List.of(person.value()))));
    String conversation = opened.getChannel().getId();
    // Noted before it is posted to, so that a post in doubt is looked for where it went.
    attempt.note(Map.of(CONVERSATION, conversation));
    var post = new Post(new ChannelId(conversation), null, false);
    return Map.of(Post.purpose(attempt), post.send(attempt, message));
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    String conversation = attempt.noted(CONVERSATION);
    return conversation == null
        ? Optional.empty()
        : Optional.of(new Sought(new ChannelId(conversation), null, null, Post.purpose(attempt)));
  }
}
