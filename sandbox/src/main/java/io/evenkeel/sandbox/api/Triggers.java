package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trigger ids: good for one modal, for three seconds (docs.slack.dev, modals). */
public final class Triggers {

  private static final Duration LIFE = Duration.ofSeconds(3);

  private record Trigger(String user, @Nullable String viewId, Instant at, boolean used) {}

  private final Workspace workspace;
  private final Map<String, Trigger> triggers = new HashMap<>();

  /** Trigger ids on the workspace's clock. */
  public Triggers(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A new one for what this person just did.
   *
   * @param viewId the modal it was done in, on which another can be pushed
   */
  public String issue(String user, @Nullable String viewId) {
    return workspace.locked(() -> {
      Instant now = workspace.now();
      triggers.values().removeIf(t -> t.at().isBefore(now.minusSeconds(600)));
      String id =
          "%d.%d.%s"
              .formatted(
                  now.toEpochMilli(),
                  Math.abs((long) Workspace.TEAM.hashCode()),
                  workspace.newId("").toLowerCase(java.util.Locale.ROOT));
      triggers.put(id, new Trigger(user, viewId, now, false));
      return id;
    });
  }

  /** Uses it up; answers whose it is. */
  String exchange(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new SlackError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new SlackError("exchanged_trigger_id");
    }
    if (workspace.now().isAfter(trigger.at().plus(LIFE))) {
      throw new SlackError("expired_trigger_id");
    }
    triggers.put(id, new Trigger(trigger.user(), trigger.viewId(), trigger.at(), true));
    return trigger.user();
  }
}
