package io.evenkeel.bot;

import io.evenkeel.bot.delivery.Relay;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What lies between the bot and Slack. Each tells what is wrong, and nothing while all is well.
 *
 * @param halted Slack's word for why it refuses our token
 * @param unreached why Slack does not reach us in Socket Mode
 * @param stuck why nothing is sent though Slack would take it
 */
record Reach(
    Supplier<Optional<String>> halted,
    Supplier<Optional<String>> unreached,
    Supplier<Optional<String>> stuck) {

  static Reach of(Relay relay, Sockets sockets) {
    return new Reach(relay::halted, sockets::trouble, relay::stuck);
  }
}
