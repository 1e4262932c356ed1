package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.CardView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.persistence.delivery.ParkedEffect;

/** The status card of a scene. */
final class CardMessage {
  private CardMessage() {}

  static Message of(Scene scene, Shown shown) {
    return CardView.of(
        scene.incident(),
        shown.roles(),
        shown.severities(),
        scene.parked().stream().map(ParkedEffect::undone).toList());
  }
}
