package io.evenkeel.bot.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import java.util.regex.Pattern;

/** Which listener hears what. Each pattern is there once: Bolt picks any of those that match. */
final class Listeners {
  private Listeners() {}

  static void register(
      App app, Commands commands, Presses presses, Sendings sendings, Happenings happenings) {
    app.command("/incident", commands::typed);
    app.blockAction(Pattern.compile("say:.{1,250}"), presses::say);
    app.blockAction(Pattern.compile("open:.{1,250}"), presses::open);
    app.globalShortcut("declare", presses::shortcut);
    app.viewSubmission("declare", sendings::declare);
    app.viewSubmission("update", sendings::update);
    app.viewSubmission("resolve", sendings::resolve);
    app.viewSubmission("resolution", sendings::afterwards);
    app.event(MemberJoinedChannelEvent.class, happenings::joined);
    app.event(MemberLeftChannelEvent.class, happenings::left);
  }
}
