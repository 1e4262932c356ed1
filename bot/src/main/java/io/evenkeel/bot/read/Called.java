package io.evenkeel.bot.read;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.oncall.OnDuty;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is called now by a policy or a schedule, in words. */
final class Called {
  private final OnCall oncall;
  private final People people;
  private final Schedules schedules;
  private final Escalations escalations;

  Called(Transaction tx, Schedules schedules, Escalations escalations) {
    oncall = new OnCall(tx, schedules);
    people = new People(tx);
    this.schedules = schedules;
    this.escalations = escalations;
  }

  /**
   * @param policy the name of a policy, else of a schedule; null for none
   */
  Prose words(Prose before, @Nullable String policy, Instant now) {
    if (policy == null) {
      return before.text("Called: nobody is set");
    }
    Optional<Escalation> found = escalations.find(policy);
    if (found.isPresent()) {
      Prose words = before.text("Called by policy ").strong(found.get().name()).text(": ");
      Duration after = Duration.ZERO;
      for (Step step : found.get().steps()) {
        words = words.text(after.isZero() ? "" : ", after " + after.toMinutes() + " min ");
        words = step(words, step, now);
        after = after.plus(step.time());
      }
      return words;
    }
    return schedules
        .find(policy)
        .map(schedule ->
            duties(
                before.text("Called by schedule ").strong(schedule.name().value()).text(": "),
                oncall.at(policy, now).orElse(List.of())))
        .orElseGet(() -> before.text("Called: " + policy + ", which is set up nowhere"));
  }

  private Prose step(Prose before, Step step, Instant now) {
    Prose words = before;
    boolean first = true;
    for (Whom whom : step.whom()) {
      words = whom(first ? words : words.text(" and "), whom, now);
      first = false;
    }
    for (String ring : step.rings()) {
      words = words.text((first ? "" : " and ") + ring);
      first = false;
    }
    return words;
  }

  private Prose whom(Prose words, Whom whom, Instant now) {
    if (whom instanceof Whom.User(String name)) {
      List<Person> named = people.named(name);
      return named.size() == 1 ? words.mention(named.getFirst()) : words.text(whom.words());
    }
    if (!(whom instanceof Whom.OnCall(String schedule, String layer))) {
      return words.text(whom.words());
    }
    List<OnDuty> duties =
        oncall.at(schedule, now).orElse(List.of()).stream()
            .filter(one -> layer == null || one.shift().layer().equalsIgnoreCase(layer))
            .limit(1)
            .toList();
    return duties(words, duties);
  }

  private static Prose duties(Prose before, List<OnDuty> duties) {
    Prose words = duties.isEmpty() ? before.text("nobody") : before;
    for (int i = 0; i < duties.size(); i++) {
      OnDuty duty = duties.get(i);
      words = words.text(i == 0 ? "" : ", ");
      Person person = duty.person();
      words = person == null ? words.strong(duty.shift().whoOrNobody()) : words.mention(person);
      words = words.text(" (" + duty.shift().layer() + ")");
    }
    return words;
  }
}
