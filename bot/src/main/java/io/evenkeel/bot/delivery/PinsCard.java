package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;

/** Pins the card; a card that is pinned already is as good. */
final class PinsCard implements Action {
  private static final String METHOD = "pins.add";

  private final SlackObject card;

  PinsCard(SlackObject card) {
    this.card = card;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    attempt.call(
        METHOD,
        slack -> slack.pinsAdd(r -> r.channel(card.channel().value()).timestamp(card.id())),
        "already_pinned");
    return Map.of();
  }
}
