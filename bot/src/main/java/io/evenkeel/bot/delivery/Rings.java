package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;

/**
 * Tells something outside Slack of a page. Its key makes a repeat harmless, so that one in doubt is
 * simply told again. One that nobody needs any more is not begun.
 */
final class Rings implements Action {
  private final PageEffect.Ring ring;
  private final Scene scene;
  private final Outlets outlets;
  private final int rank;

  /**
   * @param rank the severity's place on the scale
   */
  Rings(PageEffect.Ring ring, Scene scene, Outlets outlets, int rank) {
    this.rank = rank;
    this.ring = ring;
    this.scene = scene;
    this.outlets = outlets;
  }

  @Override
  public String method() {
    return "outside:" + ring.outlet();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Optional<Page> page = scene.board().page(ring.page());
    if (page.isEmpty() || (ring.what() == PageEffect.Ring.What.TRIGGER && !page.get().open())) {
      return Map.of();
    }
    Outlet outlet = outlets.find(ring.outlet()).orElseThrow(() -> Outlets.gone(ring.outlet()));
    Alert alert =
        Alert.of(
            outlets.installation(),
            scene.incident(),
            page.get(),
            ring.what(),
            rank,
            attempt.effect().key());
    attempt.outside(method(), () -> outlet.tell(alert));
    return Map.of();
  }
}
