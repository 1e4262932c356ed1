package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Promises;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who did what, for programs: roles, action items, tasks, and updates that were promised. */
final class WorkJson {
  private WorkJson() {}

  static void role(ObjectNode node, Holding holding) {
    node.put("role", holding.role().name());
    node.put("holder", holding.name());
    node.put("acting", holding.acting());
    node.put("since", holding.since().toString());
    node.put("until", Utc.iso(holding.until()));
    node.put("ended", holding.ended().isEmpty() ? null : holding.ended());
  }

  static void action(ObjectNode node, ActionItem action) {
    node.put("number", action.number());
    node.put("text", action.text());
    node.put("owner", name(action.owner()));
    node.put("due", action.due() == null ? null : action.due().toString());
    node.put("class", action.kind() == null ? null : action.kind().word());
    node.put("done_at", settled(action.closed()));
    node.put("link", action.link());
  }

  static void promises(ObjectNode node, Promises promises) {
    node.put("due", promises.due());
    node.put("kept", promises.kept());
    node.put("unknown", promises.unknown());
    ArrayNode made = node.putArray("made");
    for (Promises.Promise promise : promises.made()) {
      ObjectNode one = made.addObject();
      one.put("at", promise.at().toString());
      one.put("until", promise.until().toString());
      one.put("came", Utc.iso(promise.came()));
      one.put("kept", promise.came() == null ? null : promise.kept());
    }
  }

  static void task(ObjectNode node, Task task) {
    node.put("number", task.number());
    node.put("text", task.text());
    node.put("assignee", task.assignee().name());
    node.put("asked_by", task.askedBy().name());
    node.put("asked_at", task.askedAt().toString());
    node.put("due", Utc.iso(task.due()));
    node.put("done_at", settled(task.done()));
  }

  private static @Nullable String settled(@Nullable Settled settled) {
    return settled == null ? null : settled.at().toString();
  }

  private static @Nullable String name(@Nullable Person person) {
    return person == null ? null : person.name();
  }
}
