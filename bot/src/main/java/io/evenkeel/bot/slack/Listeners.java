package io.evenkeel.bot.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.PinAddedEvent;
import com.slack.api.model.event.PinRemovedEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import java.util.regex.Pattern;

/** Which listener hears what. Each pattern is there once: Bolt picks any of those that match. */
final class Listeners {
  private Listeners() {}

  static void register(
      App app,
      Commands commands,
      Presses presses,
      FormChanges changes,
      Sendings sendings,
      MessageShortcuts shortcuts,
      Happenings happenings,
      Earmarks earmarks,
      Rewrites rewrites,
      Mentions mentions,
      Workspace workspace) {
    app.command("/incident", commands::typed);
    app.blockAction(Pattern.compile("say:.{1,250}"), presses::say);
    app.blockAction(Pattern.compile("open:.{1,250}"), presses::open);
    app.blockAction(Pattern.compile("pick:.{1,250}"), changes::pick);
    app.blockAction("section:choice", changes::section);
    app.globalShortcut("declare", presses::shortcut);
    app.messageShortcut("add_to_timeline", shortcuts::add);
    app.messageShortcut("declare_from_message", shortcuts::declare);
    app.viewSubmission("declare", sendings::declare);
    app.viewSubmission("update", sendings::written);
    app.viewSubmission("update-preview", sendings::posted);
    app.viewSubmission("statement", sendings::written);
    app.viewSubmission("statement-preview", sendings::posted);
    app.viewSubmission("assign", sendings::assign);
    app.viewSubmission("correct", sendings::correct);
    app.viewSubmission("severity", sendings::severity);
    app.viewSubmission("resolve", sendings::resolve);
    app.viewSubmission("resolution", sendings::afterwards);
    app.viewSubmission("postmortem-edit", sendings::section);
    app.viewSubmission("postmortem-questions", sendings::questions);
    app.event(AppHomeOpenedEvent.class, happenings::homeOpened);
    app.event(AppMentionEvent.class, mentions::mentioned);
    app.event(AppUninstalledEvent.class, workspace::uninstalled);
    app.event(ChannelArchiveEvent.class, workspace::archived);
    app.event(GroupArchiveEvent.class, workspace::groupArchived);
    app.event(MemberJoinedChannelEvent.class, happenings::joined);
    app.event(MemberLeftChannelEvent.class, happenings::left);
    app.event(MessageChangedEvent.class, rewrites::changed);
    app.event(MessageDeletedEvent.class, rewrites::deleted);
    app.event(PinAddedEvent.class, earmarks::pinned);
    app.event(PinRemovedEvent.class, earmarks::unpinned);
    app.event(ReactionAddedEvent.class, earmarks::reacted);
    app.event(ReactionRemovedEvent.class, earmarks::unreacted);
    app.event(TokensRevokedEvent.class, workspace::revoked);
    app.event(UserChangeEvent.class, workspace::changed);
  }
}
