package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a page goes on. Rule 1: a direct message, then a mention in the channel, then the next step;
 * each waits from the moment it was done, so that a delay never makes two of them at once. Rule 2:
 * a step that finds nobody, or whose people all said no or are away, is not waited for. Rule 3: at
 * the end of the last round it is said that nobody answered.
 */
final class PageProgress {
  /** A step that comes so much later than it was due says so. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private PageProgress() {}

  /** What was due has come. */
  static Decision proceed(
      Incident incident,
      Board board,
      PageOrder.Proceed order,
      Pager pager,
      Actor actor,
      Instant now) {
    Optional<Page> due =
        board.page(order.number()).filter(page -> page.open() && order.due().equals(page.due()));
    if (due.isEmpty()) {
      return Change.refused(Prose.of("Nobody waits for that any more."));
    }
    Page page = due.get();
    var change = new Change(incident, actor, now);
    Duration late = Duration.between(order.due(), now);
    Rung rung = page.rung();
    String said =
        rung != null && late.compareTo(LATE) >= 0 ? " (" + late.toMinutes() + " min late)" : "";
    Optional<Escalation> plan = pager.plan(page.asked());
    Optional<Rung> next =
        rung == null ? Optional.of(Rung.FIRST) : plan.flatMap(ladder -> ladder.next(rung));
    return new Climb(change, pager, page, plan, said).to(next, Prose.of(""));
  }

  /** Somebody wants the next in line at once. */
  static Decision higher(Incident incident, Page page, Pager pager, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    change.entry(
        EntryKind.ESCALATED,
        Standing.doer(actor).name() + " sends page " + page.number() + " to the next in line");
    return climb(change, page, pager, Prose.of(""));
  }

  /** The next step comes at once. */
  static Decision climb(Change change, Page page, Pager pager, Prose before) {
    Optional<Escalation> plan = pager.plan(page.asked());
    Rung rung = page.rung();
    return new Climb(change, pager, page, plan, "")
        .to(
            rung == null ? Optional.of(Rung.FIRST) : plan.flatMap(ladder -> ladder.above(rung)),
            before);
  }

  /** Slack shows them nothing: that is said, and nobody waits for them. */
  static Decision missed(
      Incident incident,
      Board board,
      PageOrder.Missed order,
      Pager pager,
      Actor actor,
      Instant now) {
    Optional<Page> page = board.page(order.number()).filter(Page::open);
    Optional<Page.Call> call =
        page.stream()
            .flatMap(one -> one.calls().stream())
            .filter(one -> one.number() == order.call() && one.waiting())
            .findFirst();
    if (call.isEmpty()) {
      return Change.refused(Prose.of("Nobody waits for that answer any more."));
    }
    Person person = call.get().person();
    String name = person == null ? "somebody" : person.name();
    var change = new Change(incident, actor, now);
    change.entry(
        EntryKind.PAGE_ANSWER,
        order.why() == Reply.AWAY
            ? name + " is in Do Not Disturb, so page " + order.number() + " does not wait for them"
            : name + " cannot be reached in Slack, so page " + order.number() + " goes on");
    change.effect(new PageEffect.EditCall(order.number(), order.call()));
    Page without =
        page.get()
            .with(
                page.get().calls().stream()
                    .map(one ->
                        one.number() == order.call()
                            ? one.replied(order.why(), now, order.until())
                            : one)
                    .toList());
    if (without.waiting().isEmpty()) {
      return climb(change, without, pager, Prose.of(""));
    }
    change.keep(without);
    change.thread();
    change.effect(new PageEffect.RefreshPage(order.number()));
    return change.accepted(Prose.of("Said."));
  }
}
