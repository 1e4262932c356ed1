package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is paged. Rule 1: who is asked for is recorded with the command; who that is, is
 * found when each step comes, so that a shift that changed counts. Rule 2: one open page for the
 * same target. Rule 3: whoever asked, and whoever reads the channel, sees how it stands.
 */
final class PageRules {
  private PageRules() {}

  static Decision decide(
      Incident incident, Board board, PageOrder order, Pager pager, Actor actor, Instant now) {
    return switch (order) {
      case PageOrder.Send send -> send(incident, board, send, pager, actor, now);
      case PageOrder.Acknowledge(Integer number) ->
          PageAnswers.acknowledge(incident, board, number, actor, now);
      case PageOrder.Decline(Integer number) ->
          PageAnswers.decline(incident, board, number, pager, actor, now);
      case PageOrder.Escalate(Integer number) ->
          escalate(incident, board, number, pager, actor, now);
      case PageOrder.Stop(Integer number) -> PageAnswers.stop(incident, board, number, actor, now);
      case PageOrder.Proceed proceed ->
          PageProgress.proceed(incident, board, proceed, pager, actor, now);
      case PageOrder.Missed missed ->
          PageProgress.missed(incident, board, missed, pager, actor, now);
    };
  }

  /**
   * Pages somebody as a part of another change, such as a declaration that a response rule answers:
   * the first step follows in the same transaction, once the page is stored.
   *
   * @param text what it says; null where the incident says it all
   */
  static void page(Change change, Page.Asked asked, @Nullable String text) {
    Person by = Standing.person(change.actor).orElse(null);
    change.keep(Page.begun(asked, text, by, change.now));
    String said = text == null ? "" : ": " + text;
    change.entry(
        EntryKind.PAGED,
        by == null
            ? asked.words() + " is paged" + said
            : by.name() + " pages " + asked.words() + said);
  }

  private static Decision send(
      Incident incident, Board board, PageOrder.Send send, Pager pager, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Nobody is paged for what is over.");
    }
    if (pager.plan(send.asked()).isEmpty()) {
      return unknown(send.asked(), pager);
    }
    Optional<Page> same =
        board.openPages().stream().filter(page -> page.asked().equals(send.asked())).findFirst();
    if (same.isPresent()) {
      String which = " " + same.get().number() + " --incident-id " + incident.number();
      return Change.refused(
          Prose.of("Nothing was recorded: page " + same.get().number() + " on ")
              .strong(incident.label())
              .text(" asks for " + send.asked().words() + " already, since ")
              .at(same.get().askedAt())
              .text("."),
          Offer.primary("Next in line now", "escalate" + which),
          Offer.plain("Call it off", "page stop" + which));
    }
    var change = new Change(incident, actor, now);
    page(change, send.asked(), send.text());
    return change.accepted(
        Prose.of("").strong(incident.label()).text(": " + send.asked().words() + " is paged."));
  }

  private static Decision unknown(Page.Asked asked, Pager pager) {
    List<String> names = pager.names();
    Prose words =
        Prose.of("Nobody was paged: there is no policy, schedule or person called “")
            .text(asked.words() + "”.");
    return Change.refused(
        names.isEmpty()
            ? words.text(" Name a person: ").code("/incident page @bob").text(".")
            : words.text(
                " There are: " + String.join(", ", names) + "; or a person, such as @bob."));
  }

  private static Decision escalate(
      Incident incident,
      Board board,
      @Nullable Integer number,
      Pager pager,
      Actor actor,
      Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Nobody is paged for what is over.");
    }
    Optional<Page> meant = PageChoice.meant(board.openPages(), number);
    if (meant.isPresent()) {
      return PageProgress.higher(incident, meant.get(), pager, actor, now);
    }
    if (number != null || !board.openPages().isEmpty()) {
      return PageChoice.which(incident, board.openPages(), "escalate", number);
    }
    Optional<Escalation> usual = pager.usual(incident.severity());
    return usual.isPresent()
        ? send(
            incident,
            board,
            new PageOrder.Send(new Page.Asked.Named(usual.get().name()), null),
            pager,
            actor,
            now)
        : Change.refused(
            Prose.of("Nobody was paged: nobody is being paged on ")
                .strong(incident.label())
                .text(", and no policy is set for " + incident.severity() + ". Name a person: ")
                .code("/incident page @bob")
                .text("."));
  }
}
