package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.desk.Archivings;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Once;
import io.evenkeel.bot.http.SlackDoor;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.slack.Advice;
import io.evenkeel.bot.slack.Heard;
import io.evenkeel.bot.slack.Privately;
import io.evenkeel.bot.slack.Signature;
import io.evenkeel.bot.slack.SlackGateway;
import io.evenkeel.bot.slack.Speakers;
import io.evenkeel.bot.slack.Tidings;
import io.evenkeel.persistence.Database;
import io.evenkeel.templates.Messages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How settings become what hears Slack, and what it hears by. */
final class Hearing {
  private static final Logger log = LoggerFactory.getLogger(Hearing.class);

  private Hearing() {}

  /** What Slack's requests over HTTP are held to; null where none are taken. */
  static @Nullable Signature signature(Settings.Slack slack) {
    Secret secret = slack.signingSecret();
    Secret previous = slack.previousSigningSecret();
    return secret == null
        ? null
        : new Signature(secret.value(), previous == null ? null : previous.value());
  }

  /** Who speaks here, and what texts begin with; a template that cannot be used is told. */
  static Speakers speakers(
      KnownPeople known, Installation house, @Nullable Path templates, Questions questions) {
    Messages messages = Messages.load(templates, house.severities(), log::warn);
    return new Speakers(
        known,
        known::zone,
        house.severities(),
        house.roles(),
        house.callUrl(),
        messages::text,
        new Advice(house.blameless(), questions::called));
  }

  /** Who takes what is heard in Slack besides commands. */
  static Heard heard(
      Database database, Relay relay, PeopleSync people, Installation house, Privately privately) {
    return new Heard(
        new Insiders(database),
        new Captures(database, relay::wake),
        house.captureEmoji(),
        new Once(database),
        privately,
        new Tidings(new Archivings(database, relay::wake), people::told, relay::halt));
  }

  /** Slack's requests, from HTTP to the gateway. */
  static SlackDoor door(SlackGateway gateway) {
    return (body, headers, query, remote) -> {
      SlackGateway.Reply reply = gateway.receive(body, headers, query, remote);
      return new SlackDoor.Reply(
          reply.status(), reply.contentType(), reply.headers(), reply.body());
    };
  }
}
