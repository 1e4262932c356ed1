package io.evenkeel.sandbox.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the app has published on its Home tab: one view for each person. */
public final class Homes {

  private final Guard guard;
  private final Ids ids;
  private final Map<String, View> homes = new LinkedHashMap<>();

  Homes(Guard guard, Ids ids) {
    this.guard = guard;
    this.ids = ids;
  }

  public List<View> all() {
    return guard.locked(() -> List.copyOf(homes.values()));
  }

  /** What this person sees there; empty before the first time. */
  public Optional<View> of(String owner) {
    return guard.locked(() -> Optional.ofNullable(homes.get(owner)));
  }

  public Optional<View> find(String id) {
    return all().stream().filter(home -> home.id().equals(id)).findFirst();
  }

  /** Shows it in place of what was there; the view keeps its id. */
  public View publish(String owner, JsonNode content, JsonNode values) {
    return guard.locked(() -> {
      View before = homes.get(owner);
      String id = before == null ? ids.id("V0") : before.id();
      String hash = ids.seconds() + "." + ids.letters(8);
      View view = new View(id, owner, content, values, Map.of(), id, null, hash);
      homes.put(owner, view);
      guard.tell(new Change.ViewChanged(owner));
      return view;
    });
  }

  void clear() {
    homes.clear();
  }
}
