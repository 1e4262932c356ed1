package io.evenkeel.incident;

import io.evenkeel.paging.State;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What response rules do to an incident. Rule 1: nobody is paged for what they were paged for and
 * took in hand, or are being paged for. Rule 2: whom a rule names and nobody finds is told in the
 * timeline, so that no rule fails in silence. Rule 3: nothing of a private incident is said
 * elsewhere in Slack. Rule 4: once an incident is over, rules only announce and tell webhooks. Rule
 * 5: a drill tells no webhook.
 */
public final class Responses {
  private final Change change;
  private final Board board;
  private final RuleTarget target;
  private final List<Effect.Say> said = new ArrayList<>();
  private final List<Page.Asked> asked = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Checklist checklist;

  private Responses(Incident incident, Board board, Pager pager, Instant now) {
    change = new Change(incident, new Actor.Evenkeel(), now);
    this.board = board;
    target = new RuleTarget(pager, incident.severity(), change.now);
    checklist = new Checklist(change, board.tasks());
  }

  /**
   * What follows.
   *
   * @param decision of the incident; null when nothing about it changes
   * @param said to others
   */
  public record Response(Decision.@Nullable Accepted decision, List<Effect.Say> said) {}

  /**
   * Without the pages of the standard rules for which no policy and no schedule was written: a
   * person who happens to be called comms is not meant by them.
   */
  public static List<Deed> settled(List<Deed> deeds, Severity severity, Pager pager) {
    return deeds.stream()
        .filter(deed ->
            !(deed instanceof Deed.Page page)
                || page.needed()
                || pager.names().contains(page.whom())
                || (page.whom().equals(Rules.COMMANDER) && pager.usual(severity).isPresent()))
        .toList();
  }

  /**
   * @param incident as it stands, locked
   * @param now UTC at microseconds
   */
  public static Response to(
      Incident incident, Board board, List<Deed> deeds, Pager pager, Instant now) {
    var responses = new Responses(incident, board, pager, now);
    deeds.forEach(responses::take);
    return responses.response();
  }

  /** What webhooks are told, in the order in which it happened. */
  public static List<Effect> hooks(Incident incident, List<Rules.Told> told, Instant now) {
    return incident.mode() == Mode.DRILL
        ? List.of()
        : told.stream()
            .map(one -> (Effect) new Effect.Hook(one.webhook().outlet(), one.happening(), now))
            .toList();
  }

  private Response response() {
    if (change.unchanged()) {
      return new Response(null, said);
    }
    if (checklist.given()) {
      change.effect(new Effect.RefreshCard());
    }
    return new Response(change.accepted(Prose.of(String.join(" ", words))), said);
  }

  private void take(Deed deed) {
    boolean open = change.before.open();
    switch (deed) {
      case Deed.Page page when open -> page(page);
      case Deed.Invite(String whom) when open -> invite(whom);
      case Deed.Checklist(List<String> texts) when open -> checklist(texts);
      case Deed.Announce(String channel) -> announce(channel);
      case Deed.Page _, Deed.Invite _, Deed.Checklist _ -> {}
      case Deed.Webhook _ -> {
        // Told by what happened: see hooks.
      }
    }
  }

  private void page(Deed.Page deed) {
    Optional<Page.Asked> found = target.paged(deed.whom());
    if (found.isEmpty() && deed.needed()) {
      note(
          "Rule: nobody is paged, as there is no policy, schedule or person called " + deed.whom());
    }
    found
        .filter(one -> !asked.contains(one) && !inHand(one))
        .ifPresent(one -> {
          asked.add(one);
          PageRules.page(change, one, null);
        });
  }

  private boolean inHand(Page.Asked one) {
    return board.pages().stream()
        .anyMatch(page ->
            page.asked().equals(one) && (page.open() || page.state() == State.ACKNOWLEDGED));
  }

  private void invite(String whom) {
    List<Person> people = target.people(whom);
    if (people.isEmpty()) {
      note("Rule: nobody is brought in, as nobody is found for " + whom);
      return;
    }
    people.forEach(person -> change.effect(new Effect.Invite(person.id())));
    String names = people.stream().map(Person::name).collect(Collectors.joining(", "));
    note("Rule: " + names + (people.size() == 1 ? " is" : " are") + " brought in");
    words.add(names + (people.size() == 1 ? " is" : " are") + " brought in.");
  }

  private void checklist(List<String> texts) {
    Optional<Person> who = change.before.responsible().or(target::first);
    if (who.isEmpty()) {
      note("Rule: nobody has the checklist yet: " + String.join(" · ", texts));
      return;
    }
    int count = checklist.give(texts, who.get());
    if (count > 0) {
      words.add("Its checklist: " + count + (count == 1 ? " task." : " tasks."));
    }
  }

  private void announce(String channel) {
    Incident incident = change.before;
    if (incident.visibility() == Visibility.PRIVATE) {
      return;
    }
    Prose words =
        Prose.of("")
            .strong(incident.label())
            .text(" is " + incident.severity() + ", " + incident.status().word() + ".");
    said.add(new Effect.Say(new Hearer.Channel(channel), words));
  }

  private void note(String text) {
    int seq = change.entry(EntryKind.NOTE, text);
    change.effect(new Effect.ThreadEntries(seq, seq));
  }
}
