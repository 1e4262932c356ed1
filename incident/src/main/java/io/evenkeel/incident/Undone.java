package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that was recorded and could not be done in Slack: it waits for a person.
 *
 * @param thing as people say it: "the card's pin"
 * @param count how many such things have the same reason
 * @param reason what Slack said, and how to mend it
 * @param waiting how many others wait only for these
 */
public record Undone(String thing, int count, String reason, int waiting) {

  /** All things together, with those that wait for them. */
  public static int all(List<Undone> undone) {
    return undone.stream().mapToInt(one -> one.count() + one.waiting()).sum();
  }

  /** One line for each thing and reason, in the order in which they first came. */
  public static List<Undone> grouped(List<Undone> undone) {
    var groups = new ArrayList<Undone>();
    for (Undone next : undone) {
      int at = 0;
      while (at < groups.size() && !groups.get(at).like(next)) {
        at++;
      }
      if (at == groups.size()) {
        groups.add(next);
      } else {
        groups.set(at, groups.get(at).with(next));
      }
    }
    return List.copyOf(groups);
  }

  private boolean like(Undone other) {
    return thing.equals(other.thing) && reason.equals(other.reason);
  }

  private Undone with(Undone other) {
    return new Undone(thing, count + other.count, reason, waiting + other.waiting);
  }

  /** "The card's pin. Slack says too_many_pins. …", with those that wait for it. */
  public Prose words() {
    String name = Character.toUpperCase(thing.charAt(0)) + thing.substring(1);
    Prose words = Prose.of("").strong(name);
    if (count > 1) {
      words = words.text(" (" + count + " of them)");
    }
    words = words.text(reason.isEmpty() ? "." : ". " + reason);
    return switch (waiting) {
      case 0 -> words;
      case 1 -> words.text(" One more thing waits for this.");
      default -> words.text(" " + waiting + " more things wait for this.");
    };
  }
}
