package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.function.Supplier;

/** Writes the newest state into a message that stands: the card or the announcement. */
final class Edits implements Action {
  static final String METHOD = "chat.update";

  private final SlackObject message;
  private final Supplier<Message> newest;

  Edits(SlackObject message, Supplier<Message> newest) {
    this.message = message;
    this.newest = newest;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Message text = newest.get();
    attempt.call(
        METHOD,
        slack ->
            slack.chatUpdate(r ->
                r.channel(message.channel().value())
                    .ts(message.id())
                    .text(text.text())
                    .blocks(text.blocks())));
    return Map.of();
  }
}
