package io.evenkeel.incident;

import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    Optional<Page> meant = meant(answerable(board, State.ACKNOWLEDGED), mine(board, number, me));
    if (meant.isEmpty()) {
      return none(incident, board, number, "ack");
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
    Optional<Page> meant = meant(board.openPages(), mine(board, number, me));
    if (meant.isEmpty()) {
      return none(incident, board, number, "decline");
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
    Optional<Page> meant = meant(board.openPages(), number);
    if (meant.isEmpty()) {
      return none(incident, board, number, "stop");
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

  /** The one of that number, or the only one there is. */
  static Optional<Page> meant(List<Page> pages, @Nullable Integer number) {
    if (number == null) {
      return pages.size() == 1 ? Optional.of(pages.getFirst()) : Optional.empty();
    }
    return pages.stream().filter(page -> page.number() == number).findFirst();
  }

  static Decision which(
      Incident incident, List<Page> pages, String command, @Nullable Integer number) {
    Prose words = Prose.of("Nothing was recorded: ").strong(incident.label());
    if (pages.isEmpty()) {
      return Change.refused(
          words
              .text(
                  " has no open page"
                      + (number == null ? "" : " " + number)
                      + ". To page somebody: ")
              .code("/incident page @bob")
              .text("."));
    }
    return Change.refused(
        words.text(
            number == null
                ? " has " + pages.size() + " open pages. Which one?"
                : " has no open page " + number + ". These are open:"),
        pages.stream()
            .limit(5)
            .map(page ->
                Offer.plain(
                    Labels.fit("Page " + page.number() + ", " + page.asked().words()),
                    command + " " + page.number() + " --incident-id " + incident.number()))
            .toArray(Offer[]::new));
  }

  /** Whose answer is waited for, before all others. */
  private static @Nullable Integer mine(Board board, @Nullable Integer number, Person me) {
    if (number != null) {
      return number;
    }
    List<Page> mine =
        board.openPages().stream()
            .filter(page -> page.of(me.id()).filter(Page.Call::waiting).isPresent())
            .toList();
    return mine.size() == 1 ? mine.getFirst().number() : null;
  }

  private static List<Page> answerable(Board board, State how) {
    return board.pages().stream().filter(page -> page.state().mayBecome(how)).toList();
  }

  /** A page that is over says what became of it. */
  private static Decision none(
      Incident incident, Board board, @Nullable Integer number, String word) {
    Optional<Page> old =
        board.pages().stream()
            .filter(page -> number != null && page.number() == number)
            .filter(page -> !page.open())
            .findFirst();
    if (old.isEmpty()) {
      return which(incident, board.openPages(), "page " + word, number);
    }
    Page.Ended ended = old.get().ended();
    Person by = ended == null ? null : ended.by();
    Prose words =
        Prose.of("Nothing was recorded: page " + old.get().number() + " of ")
            .strong(incident.label());
    words =
        switch (old.get().state()) {
          case ACKNOWLEDGED -> words.text(" is in hand already");
          case ENDED -> words.text(" was called off, or its incident is over");
          case EXHAUSTED -> words.text(" was sent to everybody, and nobody answered");
          case SENT, ESCALATED -> words.text(" is open");
        };
    return Change.refused(by == null ? words.text(".") : words.text(": ").mention(by).text("."));
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
