package io.evenkeel.incident;

import io.evenkeel.paging.Whom;
import io.evenkeel.response.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a response rule means: a policy, a schedule or a person, by name.
 *
 * @param severity of the incident, for the policy that is usual for it
 * @param now at which the schedules are asked, UTC
 */
record RuleTarget(Pager pager, Severity severity, Instant now) {
  /** Who is paged; empty where nothing of that name is there. */
  Optional<Page.Asked> paged(String whom) {
    var named = new Page.Asked.Named(bare(whom));
    boolean known = pager.names().contains(named.name());
    if (known || (!whom.equals(Rules.COMMANDER) && pager.plan(named).isPresent())) {
      return Optional.of(named);
    }
    return whom.equals(Rules.COMMANDER)
        ? pager.usual(severity).map(policy -> (Page.Asked) new Page.Asked.Named(policy.name()))
        : Optional.empty();
  }

  /** Who is brought in; nobody where nobody of that name is found, or on call. */
  List<Person> people(String whom) {
    List<Pager.Called> called =
        whom.startsWith("@") ? named(bare(whom)) : pager.called(new Whom.OnCall(whom, null), now);
    return called.stream().map(Pager.Called::person).toList();
  }

  /** Who is paged first for such an incident, while nobody commands it. */
  Optional<Person> first() {
    return pager.usual(severity).stream()
        .flatMap(policy -> policy.steps().stream())
        .flatMap(step -> step.whom().stream())
        .flatMap(whom -> pager.called(whom, now).stream())
        .map(Pager.Called::person)
        .findFirst();
  }

  private List<Pager.Called> named(String name) {
    List<Pager.Called> user = pager.called(new Whom.User(name), now);
    return user.isEmpty() ? pager.called(new Whom.Group(name), now) : user;
  }

  private static String bare(String whom) {
    String name = whom.strip().toLowerCase(Locale.ROOT);
    return name.startsWith("@") ? name.substring(1) : name;
  }
}
