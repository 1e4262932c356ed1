package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;

/** Posts the status card: the first message in the incident's channel. */
final class PostsCard implements Action {
  private final Scene scene;
  private final Shown shown;

  PostsCard(Scene scene, Shown shown) {
    this.scene = scene;
    this.shown = shown;
  }

  @Override
  public String method() {
    return Rates.POST;
  }

  @Override
  public String place() {
    return scene.channel().value();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var post = new Post(scene.channel(), null, false);
    return Map.of(Purpose.CARD, post.send(attempt, CardMessage.of(scene, shown)));
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return Optional.of(new Sought(scene.channel(), null, null, Purpose.CARD));
  }
}
