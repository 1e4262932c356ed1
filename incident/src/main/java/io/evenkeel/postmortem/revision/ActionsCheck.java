package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.ActionItem;
import java.util.ArrayList;
import java.util.List;

/** Whether every action item has somebody who does it, until a day. */
final class ActionsCheck {
  private ActionsCheck() {}

  static Gate.Check of(List<ActionItem> actions) {
    var lacking = new ArrayList<String>();
    for (ActionItem action : actions) {
      boolean owned = action.owner() != null;
      boolean bounded = action.due() != null || !action.open();
      if (!owned || !bounded) {
        String what = owned ? "a day" : bounded ? "an owner" : "an owner and a day";
        lacking.add("action item " + action.number() + " needs " + what);
      }
    }
    boolean passed = !actions.isEmpty() && lacking.isEmpty();
    String why =
        actions.isEmpty()
            ? "there is no action item: /incident action @name text by 2026-12-01"
            : passed
                ? "every action has an owner and a day" + unclassed(actions)
                : String.join(", ", lacking);
    return new Gate.Check("Actions", passed, 20, why);
  }

  /** What it is for helps whoever weighs them, and nobody is held up for it. */
  private static String unclassed(List<ActionItem> actions) {
    List<String> numbers =
        actions.stream()
            .filter(ActionItem::open)
            .filter(action -> action.kind() == null)
            .map(action -> Integer.toString(action.number()))
            .toList();
    return numbers.isEmpty()
        ? ""
        : "; what is %s for? /incident action %s --class prevent"
            .formatted(String.join(", ", numbers), numbers.getFirst());
  }
}
