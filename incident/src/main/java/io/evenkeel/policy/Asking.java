package io.evenkeel.policy;

import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to do something to an incident.
 *
 * @param inChannel whether they are in its channel, declared it or hold a role in it; asked only
 *     where it matters
 * @param inGroup whether they are in the Slack user group of that handle
 * @param silent whether that confirmed commander has recorded nothing for the policy's time
 * @param now UTC
 */
public record Asking(
    Verb verb,
    Incident incident,
    Person person,
    Predicate<Person> inChannel,
    Predicate<String> inGroup,
    Predicate<Incident.Holder> silent,
    Instant now) {

  /** Why not, and who may; empty when they may. */
  public Optional<Answer> refused(Policy policy) {
    List<Allowed> allowed = policy.of(verb);
    if (allowed.stream().anyMatch(this::meets) || !commanded()) {
      return Optional.empty();
    }
    return Optional.of(words(allowed, policy.silence()));
  }

  private boolean meets(Allowed some) {
    return switch (some) {
      case Allowed.Anyone _ -> true;
      case Allowed.InChannel(Duration atFirst) -> early(atFirst) && inChannel.test(person);
      case Allowed.Holder(var role) ->
          incident.holder(role).filter(held -> held.person().id().equals(person.id())).isPresent();
      case Allowed.Group(String handle) -> inGroup.test(handle);
    };
  }

  private boolean early(@Nullable Duration atFirst) {
    return atFirst == null
        || incident
            .milestones()
            .at(Milestone.DECLARED)
            .map(at -> !now.isAfter(at.plus(atFirst)))
            .orElse(true);
  }

  /** A commander is confirmed and there: only then is anybody held up. */
  private boolean commanded() {
    return incident
        .commander()
        .filter(holder -> !holder.acting())
        .filter(holder -> !silent.test(holder))
        .isPresent();
  }

  private Answer words(List<Allowed> allowed, Duration silence) {
    Prose words =
        Prose.of("Nothing was changed on ")
            .strong(incident.label())
            .text(": ")
            .code("/incident " + verb.word())
            .text(" is for ");
    for (int i = 0; i < allowed.size(); i++) {
      String between = i == 0 ? "" : i == allowed.size() - 1 ? " and " : ", ";
      words = words.text(between).then(named(allowed.get(i)));
    }
    words =
        words
            .text(". Ask one of them. If the commander stays silent for " + minutes(silence))
            .text(", nobody is held up.");
    boolean joining =
        allowed.stream()
            .anyMatch(
                some -> some instanceof Allowed.InChannel(Duration atFirst) && early(atFirst));
    return joining
        ? new Answer(incident.number(), false, words, List.of(join()))
        : new Answer(incident.number(), false, words, List.of());
  }

  private Offer join() {
    return Offer.primary("Join " + incident.number(), "join " + incident.number());
  }

  private Prose named(Allowed some) {
    return switch (some) {
      case Allowed.Anyone _ -> Prose.of("anyone");
      case Allowed.InChannel(Duration atFirst) ->
          Prose.of(
              atFirst == null
                  ? "whoever is in its channel"
                  : "whoever is in its channel in its first " + minutes(atFirst));
      case Allowed.Holder(var role) -> {
        Prose words = Prose.of("the " + role.words());
        yield incident
            .holder(role)
            .map(held -> words.text(" (").mention(held.person()).text(")"))
            .orElse(words.text(" (nobody yet)"));
      }
      case Allowed.Group(String handle) -> Prose.of("the group @" + handle);
    };
  }

  private static String minutes(Duration time) {
    return time.toMinutes() == 1 ? "minute" : time.toMinutes() + " minutes";
  }
}
