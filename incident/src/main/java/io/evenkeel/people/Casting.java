package io.evenkeel.people;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Task;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who took part in an incident, in the order in which they come up: holders of roles, who declared,
 * who had tasks and actions, who was quoted.
 */
public final class Casting {
  /** What is known of one person so far. */
  private record Known(@Nullable String id, @Nullable String role) {}

  private final Map<String, Known> byName = new LinkedHashMap<>();

  private Casting() {}

  /**
   * @param everybody of the workspace, with all their names: full names are caught only of these
   * @param confirmed as in {@link Cast#of(List, List, Set)}
   */
  public static Cast of(Draft draft, List<Participant> everybody, Set<String> confirmed) {
    var casting = new Casting();
    for (Holding holding : draft.roles()) {
      casting.met(holding.name(), null, holding.role().words());
    }
    draft.incident().roles().forEach((role, held) -> casting.met(held.person(), role.words()));
    if (draft.incident().declaredBy().human()) {
      casting.met(draft.incident().declaredBy(), null);
    }
    for (Task task : draft.tasks()) {
      casting.met(task.assignee(), null);
      casting.met(task.askedBy(), null);
    }
    draft.guidance().steps().forEach(step -> casting.met(step.by(), null));
    for (ActionItem action : draft.actions()) {
      Person owner = action.owner();
      if (owner != null) {
        casting.met(owner, null);
      }
      casting.met(action.recordedBy(), null);
    }
    for (Line line : draft.timeline()) {
      String author = line.author();
      if (author != null) {
        casting.met(author, null, null);
      }
    }
    return Cast.of(casting.participants(everybody), everybody, confirmed);
  }

  private void met(Person person, @Nullable String role) {
    met(person.name(), person.id().value(), role);
  }

  private void met(String name, @Nullable String id, @Nullable String role) {
    Known before = byName.getOrDefault(name, new Known(null, null));
    byName.put(
        name,
        new Known(
            before.id() == null ? id : before.id(), before.role() == null ? role : before.role()));
  }

  private List<Participant> participants(List<Participant> everybody) {
    var all = new LinkedHashMap<String, Participant>();
    byName.forEach((name, known) -> {
      Participant one = participant(name, known, everybody);
      all.merge(one.id() == null ? name : "id " + one.id(), one, Casting::same);
    });
    return List.copyOf(all.values());
  }

  /** One person under two names: after a new one, or where erasure has left their id alone. */
  private static Participant same(Participant one, Participant other) {
    var names = new LinkedHashSet<>(one.names());
    names.addAll(other.names());
    return new Participant(
        one.id(), List.copyOf(names), one.role() == null ? other.role() : one.role());
  }

  private static Participant participant(String name, Known known, List<Participant> everybody) {
    String id = known.id();
    for (Participant one : everybody) {
      if (id == null ? one.names().contains(name) : id.equals(one.id())) {
        List<String> names = new ArrayList<>(one.names());
        if (!names.contains(name)) {
          names.add(name);
        }
        return new Participant(one.id(), names, known.role());
      }
    }
    return new Participant(id, List.of(name), known.role());
  }
}
