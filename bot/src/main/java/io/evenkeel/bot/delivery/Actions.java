package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.MentionView;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.bot.view.StatementView;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which class performs which effect. */
final class Actions {
  private final Shown shown;
  private final Postmortems postmortems;
  private final AnnouncementChannel announcements;
  private final Sighted sighted;
  private final Pagers pagers;
  private final OwnUser self = new OwnUser();
  private final Map<String, AnnouncementChannel> named = new ConcurrentHashMap<>();

  Actions(Shown shown, Postmortems postmortems, Sighted sighted, Pagers pagers) {
    this.pagers = pagers;
    this.sighted = sighted;
    this.shown = shown;
    this.postmortems = postmortems;
    announcements = new AnnouncementChannel(shown.announcementChannel());
  }

  /** What belongs to no incident. */
  Action ofHouse(Transaction tx, Effect effect) {
    return switch (effect) {
      case Effect.Say said -> said(said);
      case Effect.PostAlerts(int group) ->
          PostsAlerts.post(
              tx, group, shown.severities(), announcements, shown.announcementChannel());
      case Effect.RefreshAlerts(int group) -> PostsAlerts.refresh(tx, group, shown.severities());
      case Effect other -> throw new Scene.Missing("the incident of " + other.kind().word());
    };
  }

  private Action said(Effect.Say say) {
    return switch (say.to()) {
      case Hearer.Somebody(PersonId person) ->
          new SaysToSomebody(person, AnswerView.message(say.said()));
      case Hearer.Channel(String name) ->
          new SaysInChannel(
              named.computeIfAbsent(name, AnnouncementChannel::new),
              name,
              AnswerView.message(say.said()));
    };
  }

  /**
   * @throws Scene.Missing when something that must be there first is not
   */
  Action of(Effect effect, Scene scene) {
    return switch (effect) {
      case Effect.CreateChannel create ->
          create.existing() == null
              ? new CreatesChannel(create, self)
              : new AdoptsChannel(scene.incident(), create.existing(), announcements);
      case Effect.PostCard _ -> new PostsCard(scene, shown);
      case Effect.PinCard _ -> new PinsCard(scene.need(scene.card(), "the card"));
      case Effect.RefreshCard _ ->
          new Edits(scene.need(scene.card(), "the card"), () -> CardMessage.of(scene, shown));
      case Effect.SetTopic _ -> new SetsTopic(scene, self);
      case Effect.Invite invite -> new Invites(scene.channel(), invite.person());
      case Effect.PostEntries _ -> new PostsEntries(scene, shown, null, false);
      case Effect.PostReminder post -> PostsEntries.ofReminder(scene, shown, post.reminder());
      case Effect.ThreadEntries _ ->
          new PostsEntries(scene, shown, scene.need(scene.card(), "the card"), false);
      case Effect.ArchiveChannel _ -> new ArchivesChannel(scene.channel());
      case Effect.UnarchiveChannel _ -> new UnarchivesChannel(scene.channel());
      case Effect.ThreadTask thread -> PostsEntries.ofTask(scene, shown, thread.task());
      case Effect.SharePostmortem _ -> new SharesPostmortem(scene, postmortems);
      case Effect.KeepFile _ -> new KeepsFile(scene.incident().number(), postmortems);
      case Effect.Announce _ -> new Announces(scene, shown, announcements);
      case Effect.RefreshAnnouncement _ ->
          new Edits(
              scene.need(scene.announcement(), "the announcement"),
              () -> Announces.message(scene, shown));
      case Effect.ReplyToAnnouncement reply ->
          new PostsEntries(
              scene,
              shown,
              scene.need(scene.announcement(), "the announcement"),
              reply.broadcast());
      case Effect.PostStatement(int number) ->
          new PostsStatement(
              scene.channel(), null, StatementView.post(scene.incident(), scene.statement(number)));
      case Effect.AnnounceStatement(int number) -> {
        var under = scene.need(scene.announcement(), "the announcement");
        yield new PostsStatement(
            under.channel(), under, StatementView.reply(scene.incident(), scene.statement(number)));
      }
      case Effect.Tell tell -> new Tells(tell, scene, shown);
      case Effect.EditPost(int seq) -> Rewrites.ofPost(scene, shown, seq);
      case Effect.EditReply(int seq) -> Rewrites.ofReply(scene, shown, seq);
      case Effect.EditBriefs(int seq) -> Rewrites.ofBriefs(scene, shown, seq);
      case Effect.Inform _ -> new Informs(scene, shown.severities());
      case Effect.Brief brief -> new Briefs(brief, scene, shown.severities());
      case PageEffect.Call call -> new PagesPerson(call, scene, pagers.missed());
      case PageEffect.EditCall edit -> EditsPage.ofCall(scene, edit);
      case PageEffect.PostPage(int number) ->
          new PostsStatement(
              scene.channel(), null, PageView.line(scene.incident(), scene.page(number)));
      case PageEffect.RefreshPage(int number) -> EditsPage.ofLine(scene, number);
      case PageEffect.MentionPaged(int number, boolean everybody) -> {
        Page page = scene.page(number);
        boolean wanted = page.open() && (everybody || !page.waiting().isEmpty());
        yield wanted
            ? new PostsStatement(
                scene.channel(), null, MentionView.of(scene.incident(), page, everybody))
            : new Passed();
      }
      case PageEffect.Ring ring ->
          new Rings(
              ring, scene, pagers.outlets(), shown.severities().rank(scene.incident().severity()));
      case Effect.Hook hook -> new TellsHook(hook, scene.incident(), pagers.outlets());
      case Effect.AddBookmark bookmark -> new AddsBookmark(scene.channel(), bookmark);
      case Effect.Say said -> said(said);
      case Effect.PostAlerts _, Effect.RefreshAlerts _ ->
          throw new Scene.Missing("a stream of the house for " + effect.kind().word());
      case Effect.Greet(PersonId person) -> new Greets(scene, person);
      case Effect.FetchMessage fetch ->
          new FetchesMessage(scene.incident().number(), fetch.message(), self, sighted);
    };
  }
}
