package io.evenkeel.incident;

import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people say to a page: that they have it in hand, that they cannot, that it is not needed.
 */
final class PageAnswers {
  private PageAnswers() {}

  /** By whoever has it in hand, whether they were asked or not, also after everybody was asked. */
  static Decision acknowledge(
      Incident incident, Board board, @Nullable Integer number, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    Optional<Page> meant =
        PageChoice.meant(
            PageChoice.answerable(board, State.ACKNOWLEDGED), PageChoice.mine(board, number, me));
    if (meant.isEmpty()) {
      return PageChoice.none(incident, board, number, "ack");
    }
    Page page = meant.get();
    Page over = answered(page, me, Reply.ACKNOWLEDGED, now).ended(State.ACKNOWLEDGED, me, now);
    var change = new Change(incident, actor, now);
    change.keep(over);
    if (incident.milestones().mark(Milestone.ACKNOWLEDGED).isEmpty()) {
      change.reached(Milestone.ACKNOWLEDGED);
    }
    Duration took = Duration.between(page.askedAt(), now);
    change.entry(
        EntryKind.PAGE_ANSWER,
        me.name() + " acknowledged page " + page.number() + " after " + words(took));
    change.thread();
    PageEffects.over(change, over, PageEffect.Ring.What.ACKNOWLEDGE);
    boolean late = took.compareTo(Page.TARGET) > 0;
    Prose words =
        Prose.of("You have page " + page.number() + " of ")
            .strong(incident.label())
            .text(" in hand, after " + words(took) + (late ? " (the target is 5 min)" : ""))
            .text(". Nobody else is paged for it.");
    return leads(incident)
        ? change.accepted(words)
        : change.accepted(
            words.text(" Nobody has confirmed to command it yet."),
            Offer.primary(
                "Take command", "take incident-commander --incident-id " + incident.number()));
  }

  /** By somebody who was asked. Once nobody is left who could answer, the next step comes. */
  static Decision decline(
      Incident incident,
      Board board,
      @Nullable Integer number,
      Pager pager,
      Actor actor,
      Instant now) {
    Person me = Standing.doer(actor);
    Optional<Page> meant = PageChoice.meant(board.openPages(), PageChoice.mine(board, number, me));
    if (meant.isEmpty()) {
      return PageChoice.none(incident, board, number, "decline");
    }
    Page page = meant.get();
    if (page.of(me.id()).filter(Page.Call::waiting).isEmpty()) {
      return Change.refused(
          Prose.of("Nothing was recorded: page " + page.number() + " of ")
              .strong(incident.label())
              .text(" does not wait for you. To stop it for everybody: ")
              .code("/incident page stop " + page.number())
              .text("."));
    }
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.PAGE_ANSWER, me.name() + " declined page " + page.number());
    Page declined = answered(page, me, Reply.DECLINED, now);
    page.of(me.id())
        .ifPresent(call -> change.effect(new PageEffect.EditCall(page.number(), call.number())));
    Prose words =
        Prose.of("You declined page " + page.number() + " of ").strong(incident.label()).text(". ");
    if (declined.waiting().isEmpty()) {
      return PageProgress.climb(change, declined, pager, words);
    }
    change.keep(declined);
    change.thread();
    change.effect(new PageEffect.RefreshPage(page.number()));
    return change.accepted(words.text("Others who were asked with you still have it."));
  }

  static Decision stop(
      Incident incident, Board board, @Nullable Integer number, Actor actor, Instant now) {
    Optional<Page> meant = PageChoice.meant(board.openPages(), number);
    if (meant.isEmpty()) {
      return PageChoice.none(incident, board, number, "stop");
    }
    Person me = Standing.doer(actor);
    Page over = meant.get().ended(State.ENDED, me, now);
    var change = new Change(incident, actor, now);
    change.keep(over);
    change.entry(EntryKind.PAGE_ANSWER, me.name() + " called page " + over.number() + " off");
    change.thread();
    PageEffects.over(change, over, PageEffect.Ring.What.RESOLVE);
    return change.accepted(
        Prose.of("Page " + over.number() + " of ")
            .strong(incident.label())
            .text(" is called off: nobody else is asked."));
  }

  private static Page answered(Page page, Person me, Reply how, Instant now) {
    return page.with(
        page.calls().stream()
            .map(call ->
                call.waiting() && call.person() != null && call.person().id().equals(me.id())
                    ? call.replied(how, now, null)
                    : call)
            .toList());
  }

  private static boolean leads(Incident incident) {
    return !incident.open() || incident.commander().filter(held -> !held.acting()).isPresent();
  }

  /** "40 s", "2 min". */
  static String words(Duration time) {
    return time.toMinutes() < 1 ? Math.max(0, time.toSeconds()) + " s" : time.toMinutes() + " min";
  }
}
