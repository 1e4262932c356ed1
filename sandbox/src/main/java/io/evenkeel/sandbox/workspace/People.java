package io.evenkeel.sandbox.workspace;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in the workspace. */
public final class People {

  private final Guard guard;
  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final Map<String, Quiet> quiet = new HashMap<>();

  People(Guard guard) {
    this.guard = guard;
  }

  /** Everybody, in the order they came. */
  public List<Person> all() {
    return guard.locked(() -> List.copyOf(byId.values()));
  }

  public Optional<Person> byId(String id) {
    return guard.locked(() -> Optional.ofNullable(byId.get(id)));
  }

  /** By id or by handle, with or without {@code @}. */
  public Optional<Person> find(String idOrName) {
    String name = idOrName.startsWith("@") ? idOrName.substring(1) : idOrName;
    return byId(name).or(() -> all().stream().filter(p -> p.name().equals(name)).findFirst());
  }

  /** From now on Slack shows them nothing until then; an instant that is past ends it. */
  public void quiet(String id, Instant from, Instant until) {
    guard.locked(() -> quiet.put(id, new Quiet(from, until)));
  }

  /** When somebody is in Do Not Disturb. */
  public record Quiet(Instant from, Instant until) {}

  public Optional<Quiet> quiet(String id) {
    return guard.locked(() -> Optional.ofNullable(quiet.get(id)));
  }

  /** Adds somebody, or changes who is there under this id. */
  public void put(Person person) {
    guard.locked(() -> byId.put(person.id(), person));
  }

  void load(List<Person> people) {
    quiet.clear();
    byId.clear();
    people.forEach(p -> byId.put(p.id(), p));
  }
}
