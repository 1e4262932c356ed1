package io.evenkeel.bot.desk;

import io.evenkeel.incident.Page;
import io.evenkeel.incident.Pager;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Severity;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Load;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Interruptions;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.UserGroups;
import io.evenkeel.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds who is meant: policies of the settings first, then schedules, user groups, and people by
 * their names.
 */
final class Roll implements Pager {
  private final Transaction tx;
  private final House house;
  private final Callees callees;

  Roll(Transaction tx, House house) {
    this.tx = tx;
    this.house = house;
    callees = new Callees(tx, house);
  }

  @Override
  public Optional<Escalation> plan(Page.Asked asked) {
    return switch (asked) {
      case Page.Asked.Named(String name) ->
          written(name).or(() -> service(name)).or(() -> group(name)).or(() -> person(name));
      case Page.Asked.Somebody(Person person) ->
          Optional.of(alone(person.name(), new Whom.User(person.id().value())));
      case Page.Asked.Group(String handle) -> group(handle);
    };
  }

  /** A policy or a schedule of the file. */
  private Optional<Escalation> written(String name) {
    return house.escalations().find(name).or(() -> house.oncall().find(name).map(Roll::layers));
  }

  /** Who is called for a service. */
  private Optional<Escalation> service(String name) {
    return house
        .watched()
        .services()
        .find(name)
        .flatMap(service -> Optional.ofNullable(service.policy()))
        .flatMap(this::written);
  }

  @Override
  public Optional<Escalation> usual(Severity severity) {
    return house.escalations().of(severity.name());
  }

  @Override
  public List<Called> called(Whom whom, Instant now) {
    return callees.of(whom, now).stream()
        .map(found -> new Called(found.person(), found.why(), week(found.person(), now)))
        .toList();
  }

  @Override
  public List<String> names() {
    return Stream.of(
            house.escalations().all().stream().map(Escalation::name),
            house.oncall().all().stream().map(schedule -> schedule.name().value()),
            house.watched().services().all().stream()
                .filter(service -> service.policy() != null)
                .map(Service::name))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private int week(Person person, Instant now) {
    var pages = new Interruptions(tx).of(person.id(), now.minus(Load.WEEK));
    return Load.of(pages, new People(tx).zone(person.id())).pages();
  }

  /** A schedule without a policy of its own goes through its layers, once. */
  private static Escalation layers(Schedule schedule) {
    String name = schedule.name().value();
    return new Escalation(
        name,
        schedule.layers().stream()
            .map(layer -> Step.of(new Whom.OnCall(name, layer.name())))
            .toList(),
        0,
        List.of());
  }

  private Optional<Escalation> group(String handle) {
    String bare = Escalations.bare(handle);
    return new UserGroups(tx).members(bare).isEmpty()
        ? Optional.empty()
        : Optional.of(alone(bare, new Whom.Group(bare)));
  }

  private Optional<Escalation> person(String name) {
    return callees
        .user(name)
        .map(person -> alone(person.name(), new Whom.User(person.id().value())));
  }

  private static Escalation alone(String name, Whom whom) {
    return new Escalation(name, List.of(Step.of(whom)), 0, List.of());
  }
}
