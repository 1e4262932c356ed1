package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Load;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import io.evenkeel.paging.State;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** One way up, which may pass several rungs that find nobody. */
  private record Climb(
      Change change, Pager pager, Page page, Optional<Escalation> plan, String late) {

    Decision to(Optional<Rung> first, Prose before) {
      int number = page.number();
      Effect line =
          page.rung() == null
              ? new PageEffect.PostPage(number)
              : new PageEffect.RefreshPage(number);
      Optional<Rung> next = plan.isPresent() ? first : Optional.empty();
      while (next.isPresent()) {
        Rung rung = next.get();
        Escalation ladder = plan.orElseThrow();
        if (!ladder.has(rung)) {
          next = Optional.empty();
        } else if (rung.mention()) {
          if (page.waiting().isEmpty()) {
            next = ladder.above(rung);
          } else {
            return mention(ladder, rung, line);
          }
        } else {
          Reached reached = reach(ladder.at(rung));
          if (!reached.nobody()) {
            return call(ladder, rung, reached, line, before);
          }
          change.entry(
              EntryKind.ESCALATED,
              "Nobody found for page " + number + ": " + words(ladder.at(rung).whom()));
          next = ladder.above(rung);
        }
      }
      return exhausted(line, before);
    }

    /**
     * Who is asked by a step.
     *
     * @param rings what is rung outside; nothing in a drill
     */
    private record Reached(List<Pager.Called> people, boolean channel, List<String> rings) {
      boolean nobody() {
        return people.isEmpty() && !channel && rings.isEmpty();
      }
    }

    private Reached reach(Step step) {
      var people = new ArrayList<Pager.Called>();
      for (Whom whom : step.whom()) {
        for (Pager.Called called : pager.called(whom, change.now)) {
          if (people.stream().noneMatch(one -> one.person().id().equals(called.person().id()))) {
            people.add(called);
          }
        }
      }
      if (people.isEmpty() && page.asked() instanceof Page.Asked.Somebody(Person person)) {
        // Who was picked from Slack's list is asked, also before Slack's list was read.
        people.add(new Pager.Called(person, "by name", 0));
      }
      boolean channel = step.whom().stream().anyMatch(Whom.Channel.class::isInstance);
      return new Reached(
          people, channel, change.before.mode() == Mode.DRILL ? List.of() : step.rings());
    }

    private Decision mention(Escalation ladder, Rung rung, Effect line) {
      Instant next = change.now.plus(ladder.time(rung));
      change.keep(page.at(rung, next));
      change.entry(
          EntryKind.ESCALATED,
          "No answer to page "
              + page.number()
              + " yet"
              + late
              + ": "
              + names(page.waiting())
              + " mentioned in the channel");
      change.thread();
      change.effect(new PageEffect.MentionPaged(page.number(), false));
      change.effect(line);
      return change.accepted(Prose.of("Mentioned."));
    }

    private Decision call(
        Escalation ladder, Rung rung, Reached reached, Effect line, Prose before) {
      int number = page.number();
      Instant next = change.now.plus(ladder.time(rung));
      Page silent = page.settled(Reply.SILENT, change.now);
      var calls = new ArrayList<>(silent.calls());
      for (Pager.Called called : reached.people()) {
        calls.add(
            new Page.Call(
                calls.size() + 1,
                rung,
                called.person(),
                called.why(),
                change.now,
                null,
                null,
                null));
      }
      if (reached.channel()) {
        calls.add(
            new Page.Call(
                calls.size() + 1,
                rung,
                null,
                "everybody in the channel",
                change.now,
                null,
                null,
                null));
      }
      Page reachedPage = silent.with(calls).at(rung, next).ringing(reached.rings());
      change.keep(reachedPage);
      change.entry(
          page.rung() == null ? EntryKind.PAGED : EntryKind.ESCALATED,
          "Page "
              + number
              + (page.rung() == null ? ": " : " goes on" + late + ": ")
              + paged(reached));
      page.waiting().forEach(old -> change.effect(new PageEffect.EditCall(number, old.number())));
      for (Page.Call call : calls.subList(silent.calls().size(), calls.size())) {
        Person person = call.person();
        if (person != null) {
          change.effect(new Effect.Invite(person.id()));
          change.effect(new PageEffect.Call(number, call.number()));
        }
      }
      reached
          .rings()
          .forEach(ring ->
              change.effect(new PageEffect.Ring(number, ring, PageEffect.Ring.What.TRIGGER)));
      change.thread();
      change.effect(line);
      if (reached.channel()) {
        change.effect(new PageEffect.MentionPaged(number, true));
      }
      return change.accepted(
          before.then(answer(ladder, rung, reached, next)),
          Offer.plain("Next in line now", "escalate" + here()),
          Offer.plain("Call it off", "page stop" + here()));
    }

    private String here() {
      return " " + page.number() + " --incident-id " + change.before.number();
    }

    private Prose answer(Escalation ladder, Rung rung, Reached reached, Instant next) {
      Prose words =
          Prose.of("Page " + page.number() + " of ").strong(change.before.label()).text(": ");
      for (int i = 0; i < reached.people().size(); i++) {
        Pager.Called called = reached.people().get(i);
        words =
            words.text(i == 0 ? "" : ", ").mention(called.person()).text(" (" + called.why() + ")");
      }
      if (reached.channel()) {
        words = words.text(reached.people().isEmpty() ? "" : ", ").text("everybody in the channel");
      }
      words =
          words.text(
              reached.people().isEmpty() ? "." : ", by direct message with buttons to answer.");
      words =
          reached.rings().isEmpty()
              ? words.text(" Slack alone rings no phone: if it cannot wait, call.")
              : words.text(" Rung outside Slack: " + String.join(", ", reached.rings()) + ".");
      Optional<Rung> then = ladder.next(rung);
      if (then.isPresent()) {
        words = words.text(" Without an answer by ").at(next).text(" ");
        words =
            words.text(
                then.get().mention()
                    ? "they are mentioned in the channel, then "
                        + ladder
                            .above(rung)
                            .map(up -> "it goes to " + words(ladder.at(up).whom()) + ".")
                            .orElse("you are told that nobody answered.")
                    : "it goes to " + words(ladder.at(then.get()).whom()) + ".");
      }
      for (Pager.Called called : reached.people()) {
        if (called.week() + 1 >= Load.MANY) {
          words =
              words
                  .text(" This is page " + (called.week() + 1) + " within a week for ")
                  .mention(called.person())
                  .text(": who could take some of it?");
        }
      }
      return words;
    }

    private Decision exhausted(Effect line, Prose before) {
      int number = page.number();
      Page over = page.ended(State.EXHAUSTED, null, change.now);
      change.keep(over);
      change.entry(
          EntryKind.ESCALATED,
          plan.isEmpty()
              ? "Page " + number + " stops: nothing is called " + page.asked().words() + " any more"
              : "Nobody acknowledged page " + number + late + ": everybody was asked");
      change.thread();
      page.calls().stream()
          .filter(Page.Call::waiting)
          .filter(call -> call.person() != null)
          .forEach(call -> change.effect(new PageEffect.EditCall(number, call.number())));
      change.effect(line);
      var news = new News.OfUnanswered(number);
      change.effect(new Effect.Tell(new Addressee.Commander(), news));
      Person asker = page.askedBy();
      boolean commands =
          asker != null
              && change
                  .before
                  .responsible()
                  .filter(person -> person.id().equals(asker.id()))
                  .isPresent();
      if (asker != null && !commands) {
        change.effect(new Effect.Tell(new Addressee.Somebody(asker.id()), news));
      }
      return change.accepted(
          before
              .text("Page " + number + " of ")
              .strong(change.before.label())
              .text(": nobody is left to ask, and nobody has it in hand. Call somebody."),
          Offer.plain(
              "Everybody again", "page " + again() + " --incident-id " + change.before.number()));
    }

    private String again() {
      return switch (page.asked()) {
        case Page.Asked.Named(String name) -> Offer.quoted(name);
        case Page.Asked.Somebody(Person person) -> "<@" + person.id() + ">";
        case Page.Asked.Group(String handle) -> "@" + handle;
      };
    }
  }

  private static String paged(Climb.Reached reached) {
    var all = new ArrayList<String>();
    reached.people().forEach(one -> all.add(one.person().name() + " (" + one.why() + ")"));
    if (reached.channel()) {
      all.add("everybody in the channel");
    }
    reached.rings().forEach(ring -> all.add(ring + " outside Slack"));
    return String.join(", ", all);
  }

  private static String words(List<Whom> whom) {
    return whom.isEmpty()
        ? "what is rung outside"
        : String.join(" and ", whom.stream().map(Whom::words).toList());
  }

  private static String names(List<Page.Call> calls) {
    return calls.stream()
        .map(Page.Call::person)
        .filter(Objects::nonNull)
        .map(Person::name)
        .collect(Collectors.joining(", "));
  }
}
