package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.GreetingView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;

/**
 * Greets somebody who came into the channel; only they see it. It cannot be looked for, so it is
 * sent once: where it may have been seen, it is left at that.
 */
final class Greets implements Action {
  private static final String METHOD = "chat.postEphemeral";

  private final Scene scene;
  private final PersonId person;

  Greets(Scene scene, PersonId person) {
    this.scene = scene;
    this.person = person;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    if (!attempt.inDoubt() && scene.incident().open()) {
      Message words = GreetingView.of(scene.incident(), person);
      attempt.call(
          METHOD,
          slack ->
              slack.chatPostEphemeral(r ->
                  r.channel(scene.channel().value())
                      .user(person.value())
                      .text(words.text())
                      .blocks(words.blocks())),
          "user_not_in_channel",
          "is_archived");
    }
    return Map.of();
  }
}
