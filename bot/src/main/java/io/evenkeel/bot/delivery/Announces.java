package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.AnnouncementView;
import io.evenkeel.bot.view.GoesOnView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;

/** Announces the incident, and joins the announcement channel first where that is needed. */
final class Announces implements Action {
  private static final String HINT =
      "Invite Evenkeel to the announcement channel (/invite @Evenkeel there).";

  private final Scene scene;
  private final Shown shown;
  private final AnnouncementChannel channels;

  Announces(Scene scene, Shown shown, AnnouncementChannel channels) {
    this.scene = scene;
    this.shown = shown;
    this.channels = channels;
  }

  static Message message(Scene scene, Shown shown) {
    var channel = scene.channelObject();
    return GoesOnView.under(
        AnnouncementView.of(
            scene.incident(), shown.severities(), channel == null ? null : channel.channel()),
        scene.incident(),
        scene.goesOn());
  }

  @Override
  public String method() {
    return Rates.POST;
  }

  @Override
  public String place() {
    ChannelId named = scene.incident().announceIn();
    return Optional.ofNullable(named)
        .or(channels::known)
        .map(ChannelId::value)
        .orElse("#" + shown.announcementChannel());
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    ChannelId channel = channel(attempt);
    Message message = message(scene, shown);
    var post = new Post(channel, null, false);
    Optional<SlackObject> posted = post.send(attempt, place(), message, "not_in_channel");
    if (posted.isEmpty()) {
      join(attempt, channel);
      posted = post.send(attempt, place(), message);
    }
    return Map.of(Purpose.ANNOUNCEMENT, posted.orElseThrow());
  }

  private ChannelId channel(Attempt attempt) throws SlackFault {
    ChannelId named = scene.incident().announceIn();
    return named == null ? channels.find(attempt) : named;
  }

  static void join(Attempt attempt, ChannelId channel) throws SlackFault {
    try {
      attempt.call(
          "conversations.join", slack -> slack.conversationsJoin(r -> r.channel(channel.value())));
    } catch (SlackFault e) {
      throw e.fault() instanceof Fault.Refused(String error, _)
          ? new SlackFault(new Fault.Refused(error, HINT))
          : e;
    }
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) throws SlackFault {
    return Optional.of(new Sought(channel(attempt), null, null, Purpose.ANNOUNCEMENT));
  }
}
