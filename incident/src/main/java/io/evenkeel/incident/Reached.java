package io.evenkeel.incident;

import io.evenkeel.paging.Rung;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked by one step of an escalation.
 *
 * @param channel everybody in the incident's channel, too
 * @param rings what is rung outside; nothing in a drill
 */
record Reached(List<Pager.Called> people, boolean channel, List<String> rings) {

  Reached {
    people = List.copyOf(people);
    rings = List.copyOf(rings);
  }

  static Reached by(Step step, Page page, Pager pager, Change change) {
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

  /** One for each person and one for the channel, numbered after those that were there before. */
  List<Page.Call> calls(Rung rung, int before, Instant now) {
    var calls = new ArrayList<Page.Call>();
    for (Pager.Called one : people) {
      calls.add(call(before + calls.size() + 1, rung, one.person(), one.why(), now));
    }
    if (channel) {
      calls.add(call(before + calls.size() + 1, rung, null, "everybody in the channel", now));
    }
    return calls;
  }

  private static Page.Call call(
      int number, Rung rung, @Nullable Person person, String why, Instant now) {
    return new Page.Call(number, rung, person, why, now, null, null, null);
  }

  boolean nobody() {
    return people.isEmpty() && !channel && rings.isEmpty();
  }

  /** As the timeline tells it: "bob (primary of payments), pagerduty outside Slack". */
  String told() {
    var all = new ArrayList<String>();
    people.forEach(one -> all.add(one.person().name() + " (" + one.why() + ")"));
    if (channel) {
      all.add("everybody in the channel");
    }
    rings.forEach(ring -> all.add(ring + " outside Slack"));
    return String.join(", ", all);
  }

  /** Whom a step names, whether they are found or not. */
  static String named(Step step) {
    List<Whom> whom = step.whom();
    return whom.isEmpty()
        ? "what is rung outside"
        : String.join(" and ", whom.stream().map(Whom::words).toList());
  }
}
