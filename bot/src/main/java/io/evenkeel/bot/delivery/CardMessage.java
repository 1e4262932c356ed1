package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Card;
import io.evenkeel.bot.view.CardView;
import io.evenkeel.bot.view.GoesOnView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.persistence.delivery.ParkedEffect;

/** The status card of a scene. */
final class CardMessage {
  private CardMessage() {}

  static Message of(Scene scene, Shown shown) {
    var undone = scene.parked().stream().map(ParkedEffect::undone).toList();
    return GoesOnView.under(
        CardView.of(
            new Card(
                scene.incident(),
                scene.board(),
                undone,
                shown.runbooks().apply(scene.incident(), scene.signs()),
                scene.costs()),
            shown.roles(),
            shown.severities()),
        scene.incident(),
        scene.goesOn());
  }
}
