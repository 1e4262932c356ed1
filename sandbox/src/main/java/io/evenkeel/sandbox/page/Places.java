package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the place that an address names. What is not there, or not for this person, leads home. */
final class Places {

  private final State state;

  Places(State state) {
    this.state = state;
  }

  /**
   * @param as a handle or an id; unknown or missing: the first person of the workspace
   * @param channel a name or an id; unknown, missing or not visible: {@code #general}
   */
  Place find(
      @Nullable String as,
      @Nullable String channel,
      @Nullable String threadTs,
      boolean listOnly,
      boolean home) {
    Person me = person(as);
    Channel found = channel(me, channel).or(() -> channel(me, "general")).orElseGet(this::first);
    String thread = threadTs == null || threadTs.isEmpty() ? null : threadTs;
    return new Place(me, found, thread, listOnly, home && found.isIm());
  }

  Person person(@Nullable String as) {
    return state.people().stream()
        .filter(p -> !p.isBot() && (p.name().equals(as) || p.id().equals(as)))
        .findFirst()
        .orElseGet(() -> state.people().stream().filter(p -> !p.isBot()).findFirst().orElseThrow());
  }

  private Optional<Channel> channel(Person me, @Nullable String nameOrId) {
    return state.channels().stream()
        .filter(c -> c.id().equals(nameOrId) || (!c.isIm() && c.name().equals(nameOrId)))
        .filter(c -> c.visibleTo(me.id()))
        .findFirst();
  }

  private Channel first() {
    return state.channels().getFirst();
  }
}
