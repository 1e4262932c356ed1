package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The open modals: one stack per person. */
public final class Views {

  private final Guard guard;
  private final Ids ids;
  private final Map<String, List<View>> stacks = new LinkedHashMap<>();

  Views(Guard guard, Ids ids) {
    this.guard = guard;
    this.ids = ids;
  }

  public List<View> all() {
    return guard.locked(() -> stacks.values().stream().flatMap(List::stream).toList());
  }

  /** What this person has open, the bottom first; the last is what they see. */
  public List<View> stack(String owner) {
    return guard.locked(() -> List.copyOf(stacks.getOrDefault(owner, List.of())));
  }

  public Optional<View> find(String id) {
    return all().stream().filter(v -> v.id().equals(id)).findFirst();
  }

  /** Opens a modal alone: what was open is gone. */
  public View open(String owner, JsonNode content, JsonNode values) {
    return guard.locked(() -> {
      String id = ids.id("V0");
      View view = new View(id, owner, content, values, Map.of(), id, null, hash());
      stacks.put(owner, new ArrayList<>(List.of(view)));
      guard.tell(new Change.ViewChanged(owner));
      return view;
    });
  }

  /** Puts a modal on top; the caller has checked the limit of three. */
  public View push(String owner, JsonNode content, JsonNode values) {
    return guard.locked(() -> {
      List<View> stack = stacks.computeIfAbsent(owner, k -> new ArrayList<>());
      if (stack.isEmpty()) {
        return open(owner, content, values);
      }
      View below = stack.getLast();
      View view =
          new View(
              ids.id("V0"),
              owner,
              content,
              values,
              Map.of(),
              below.rootViewId(),
              below.id(),
              hash());
      stack.add(view);
      guard.tell(new Change.ViewChanged(owner));
      return view;
    });
  }

  /** Shows other content under the same id. */
  public View update(View view, JsonNode content, JsonNode values) {
    return replace(view, view.updated(content, values, hash()));
  }

  /** Keeps what was typed. */
  public View fill(View view, JsonNode values) {
    return replace(view, view.withValues(values));
  }

  /** Shows what is wrong at each block. */
  public View errors(View view, Map<String, String> errors) {
    return replace(view, view.withErrors(errors));
  }

  private View replace(View before, View after) {
    return guard.locked(() -> {
      List<View> stack = stacks.getOrDefault(before.owner(), List.of());
      stack.replaceAll(v -> v.id().equals(before.id()) ? after : v);
      guard.tell(new Change.ViewChanged(before.owner()));
      return after;
    });
  }

  /** Closes the one on top. */
  public void pop(String owner) {
    guard.locked(() -> {
      List<View> stack = stacks.getOrDefault(owner, List.of());
      if (!stack.isEmpty()) {
        stack.removeLast();
      }
      guard.tell(new Change.ViewChanged(owner));
      return owner;
    });
  }

  /** Closes all. */
  public void clear(String owner) {
    guard.locked(() -> {
      stacks.remove(owner);
      guard.tell(new Change.ViewChanged(owner));
      return owner;
    });
  }

  private String hash() {
    return ids.seconds() + "." + ids.letters(8);
  }

  void load(List<View> views) {
    stacks.clear();
    views.forEach(v -> stacks.computeIfAbsent(v.owner(), k -> new ArrayList<>()).add(v));
  }
}
