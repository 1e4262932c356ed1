package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;

/** Tells one person by direct message what belongs to no incident. */
final class SaysToSomebody implements Action {
  private final PersonId person;
  private final Message message;

  SaysToSomebody(PersonId person, Message message) {
    this.person = person;
    this.message = message;
  }

  @Override
  public String method() {
    return DirectConversation.OPEN;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var post = new Post(DirectConversation.with(attempt, person), null, false);
    return Map.of(Post.purpose(attempt), post.send(attempt, message));
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return DirectConversation.sought(attempt);
  }
}
