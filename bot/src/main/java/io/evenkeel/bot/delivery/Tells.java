package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells one person something by direct message. The conversation is noted before it is posted to,
 * so that a post in doubt is looked for where it went. Where Slack refuses the first person, the
 * next best one is told.
 */
final class Tells implements Action {
  private final Effect.Tell tell;
  private final Scene scene;
  private final Shown shown;

  Tells(Effect.Tell tell, Scene scene, Shown shown) {
    this.tell = tell;
    this.scene = scene;
    this.shown = shown;
  }

  @Override
  public String method() {
    return DirectConversation.OPEN;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Optional<Message> message =
        people().isEmpty()
            ? Optional.empty()
            : new PersonalNews(tell, scene, shown, people().getFirst()).message();
    if (message.isEmpty()) {
      return Map.of();
    }
    SlackFault refused = null;
    for (PersonId person : people()) {
      try {
        return Map.of(Post.purpose(attempt), send(attempt, person, message.get()));
      } catch (SlackFault e) {
        if (!(e.fault() instanceof Fault.Refused)) {
          throw e;
        }
        refused = e;
      }
    }
    throw refused == null
        ? new SlackFault(new Fault.Refused("user_not_found", "There is nobody to tell."))
        : refused;
  }

  private static SlackObject send(Attempt attempt, PersonId person, Message message)
      throws SlackFault {
    return new Post(DirectConversation.with(attempt, person), null, false).send(attempt, message);
  }

  /**
   * The first is the one who should know; nobody while nobody has taken Evenkeel's own incident.
   */
  private List<PersonId> people() {
    return switch (tell.to()) {
      case Addressee.Somebody(PersonId person) -> List.of(person);
      case Addressee.Commander _ ->
          Stream.concat(
                  scene.incident().commander().stream().map(Incident.Holder::person),
                  Stream.of(scene.incident().declaredBy()))
              .filter(Person::human)
              .map(Person::id)
              .distinct()
              .toList();
    };
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
