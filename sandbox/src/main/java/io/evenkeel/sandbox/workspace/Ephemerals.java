package io.evenkeel.sandbox.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What only one person sees. */
public final class Ephemerals {

  private final Guard guard;
  private final Ids ids;
  private final Map<String, Ephemeral> byTs = new LinkedHashMap<>();

  Ephemerals(Guard guard, Ids ids) {
    this.guard = guard;
    this.ids = ids;
  }

  public List<Ephemeral> all() {
    return guard.locked(() -> List.copyOf(byTs.values()));
  }

  public Optional<Ephemeral> find(String ts) {
    return guard.locked(() -> Optional.ofNullable(byTs.get(ts)));
  }

  public Ephemeral show(
      String channel,
      String user,
      String author,
      @Nullable String threadTs,
      String text,
      @Nullable JsonNode blocks) {
    return guard.locked(
        () -> put(new Ephemeral(ids.nextTs(), channel, user, author, threadTs, text, blocks)));
  }

  /** Gives it other words, as {@code replace_original} does. */
  public Ephemeral rewrite(Ephemeral before, String text, @Nullable JsonNode blocks) {
    return guard.locked(() -> put(before.rewritten(text, blocks)));
  }

  /** Takes it away, as "Dismiss" and {@code delete_original} do. */
  public void dismiss(String ts) {
    guard.locked(() -> {
      Ephemeral gone = byTs.remove(ts);
      if (gone != null) {
        guard.tell(new Change.EphemeralChanged(gone, true));
      }
      return ts;
    });
  }

  private Ephemeral put(Ephemeral ephemeral) {
    byTs.put(ephemeral.ts(), ephemeral);
    guard.tell(new Change.EphemeralChanged(ephemeral, false));
    return ephemeral;
  }

  void load(List<Ephemeral> ephemerals) {
    byTs.clear();
    ephemerals.forEach(e -> byTs.put(e.ts(), e));
    ephemerals.forEach(e -> ids.startAfter(e.ts()));
  }
}
