package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One way up for a page, which may pass several rungs that find nobody.
 *
 * @param plan empty where nothing is called what the page asks for any more
 * @param late " (12 min late)" where it comes later than it was due; else empty
 */
record Climb(Change change, Pager pager, Page page, Optional<Escalation> plan, String late) {
  Decision to(Optional<Rung> first, Prose before) {
    int number = page.number();
    Effect line =
        page.rung() == null ? new PageEffect.PostPage(number) : new PageEffect.RefreshPage(number);
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
        Reached reached = Reached.by(ladder.at(rung), page, pager, change);
        if (!reached.nobody()) {
          return call(ladder, rung, reached, line, before);
        }
        change.entry(
            EntryKind.ESCALATED,
            "Nobody found for page " + number + ": " + Reached.named(ladder.at(rung)));
        next = ladder.above(rung);
      }
    }
    return new Exhausted(change, page, plan.isPresent(), late).decision(line, before);
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

  private Decision call(Escalation ladder, Rung rung, Reached reached, Effect line, Prose before) {
    int number = page.number();
    Instant next = change.now.plus(ladder.time(rung));
    Page silent = page.settled(Reply.SILENT, change.now);
    List<Page.Call> calls = reached.calls(rung, silent.calls().size(), change.now);
    var all = new ArrayList<>(silent.calls());
    all.addAll(calls);
    change.keep(silent.with(all).at(rung, next).ringing(reached.rings()));
    change.entry(
        page.rung() == null ? EntryKind.PAGED : EntryKind.ESCALATED,
        "Page "
            + number
            + (page.rung() == null ? ": " : " goes on" + late + ": ")
            + reached.told());
    page.waiting().forEach(old -> change.effect(new PageEffect.EditCall(number, old.number())));
    for (Page.Call call : calls) {
      Person person = call.person();
      if (person != null) {
        change.effect(new Effect.Invite(person.id()));
        change.effect(new PageEffect.Call(number, call.number()));
      }
    }
    reached
        .rings()
        .forEach(
            ring -> change.effect(new PageEffect.Ring(number, ring, PageEffect.Ring.What.TRIGGER)));
    change.thread();
    change.effect(line);
    if (reached.channel()) {
      change.effect(new PageEffect.MentionPaged(number, true));
    }
    return change.accepted(
        before.then(new CallAnswer(ladder, rung, reached).words(change.before, number, next)),
        Offer.plain("Next in line now", "escalate" + here()),
        Offer.plain("Call it off", "page stop" + here()));
  }

  private String here() {
    return " " + page.number() + " --incident-id " + change.before.number();
  }

  private static String names(List<Page.Call> calls) {
    return calls.stream()
        .map(Page.Call::person)
        .filter(Objects::nonNull)
        .map(Person::name)
        .collect(Collectors.joining(", "));
  }
}
