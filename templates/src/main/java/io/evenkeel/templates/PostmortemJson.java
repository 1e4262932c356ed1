package io.evenkeel.templates;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import io.evenkeel.postmortem.Coverage;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Holding;
import io.evenkeel.postmortem.Line;
import io.evenkeel.postmortem.Promises;
import io.evenkeel.postmortem.Reached;
import io.evenkeel.slo.Cost;
import io.evenkeel.slo.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The draft for programs. Times are UTC in ISO 8601, lengths in seconds; what is not known is null,
 * and every key is always there. Texts are as they were typed: whoever shows them escapes them.
 */
public final class PostmortemJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PostmortemJson() {}

  /** One JSON object and a line end. */
  public static String of(Draft draft) {
    ObjectNode root = JSON.createObjectNode();
    incident(root.putObject("incident"), draft);
    milestones(root, draft);
    durations(root.putArray("durations"), draft);
    ArrayNode timeline = root.putArray("timeline");
    draft.timeline().forEach(line -> line(timeline.addObject(), line));
    Line cause = draft.identified();
    if (cause == null) {
      root.putNull("identified");
    } else {
      line(root.putObject("identified"), cause);
    }
    ArrayNode roles = root.putArray("roles");
    draft.roles().forEach(holding -> role(roles.addObject(), holding));
    ArrayNode actions = root.putArray("actions");
    draft.actions().forEach(action -> action(actions.addObject(), action));
    ArrayNode tasks = root.putArray("tasks");
    draft.tasks().forEach(task -> task(tasks.addObject(), task));
    GuidanceValues.json(root.putObject("runbooks"), draft);
    promises(root.putObject("update_promises"), draft.promises());
    ArrayNode prices = root.putArray("prices");
    draft.costs().forEach(cost -> price(prices.addObject(), cost));
    ArrayNode checks = root.putArray("checks");
    draft.doubts().forEach(doubt -> check(checks.addObject(), doubt));
    coverage(root.putObject("coverage"), draft.coverage());
    ObjectNode head = root.putObject("head");
    head.put("entries", draft.head().count());
    head.put("corrected", draft.superseded());
    head.put("hash", draft.head().hash());
    return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  private static void incident(ObjectNode node, Draft draft) {
    Incident incident = draft.incident();
    node.put("number", incident.number().toString());
    node.put("title", incident.title());
    node.put("severity", incident.severity().name());
    node.put("severity_assumed", incident.severityAssumed());
    node.put("status", incident.status().word());
    node.put("mode", incident.mode().word());
    node.put("visibility", incident.visibility().word());
    ArrayNode services = node.putArray("services");
    incident.services().forEach(services::add);
    node.put("resolution", incident.resolution());
  }

  private static void milestones(ObjectNode root, Draft draft) {
    root.put("zero", draft.zeroIs().word());
    ObjectNode milestones = root.putObject("milestones");
    for (Reached reached : draft.milestones()) {
      milestones.put(reached.milestone().word(), time(reached.at()));
    }
  }

  private static void durations(ArrayNode durations, Draft draft) {
    for (Elapsed elapsed : draft.durations()) {
      Duration time = elapsed.time();
      ObjectNode node = durations.addObject();
      node.put("name", elapsed.what().toLowerCase(Locale.ROOT).replace(' ', '_'));
      node.put("seconds", time == null ? null : time.toSeconds());
      node.put("from", elapsed.from().word());
      node.put("to", elapsed.to().word());
      node.put("unknown_because", time == null ? elapsed.why() : null);
    }
  }

  private static void line(ObjectNode node, Line line) {
    node.put("at", line.at().toString());
    node.put("t_plus", line.tPlus());
    node.put("kind", line.kind().word());
    node.put("author", line.author());
    node.put("text", line.text());
    node.put("source", line.source());
    node.put("recorded_later", time(line.recordedLater()));
  }

  private static void role(ObjectNode node, Holding holding) {
    node.put("role", holding.role().name());
    node.put("holder", holding.name());
    node.put("acting", holding.acting());
    node.put("since", holding.since().toString());
    node.put("until", time(holding.until()));
    node.put("ended", holding.ended().isEmpty() ? null : holding.ended());
  }

  private static void action(ObjectNode node, ActionItem action) {
    node.put("number", action.number());
    node.put("text", action.text());
    node.put("owner", name(action.owner()));
    node.put("due", action.due() == null ? null : action.due().toString());
    node.put("class", action.kind() == null ? null : action.kind().word());
    node.put("done_at", settled(action.closed()));
    node.put("link", action.link());
  }

  private static void price(ObjectNode node, Cost cost) {
    Price price = cost.price();
    node.put("service", cost.service());
    node.put("objective", cost.name());
    node.put("from", cost.from().toString());
    node.put("until", cost.until().toString());
    node.put("budget_percent", price == null ? null : price.share().scaleByPowerOfTen(2));
    node.put("how", price == null ? null : price.how().name().toLowerCase(Locale.ROOT));
    node.put("why", cost.why());
  }

  private static void promises(ObjectNode node, Promises promises) {
    node.put("due", promises.due());
    node.put("kept", promises.kept());
    node.put("unknown", promises.unknown());
    ArrayNode made = node.putArray("made");
    for (Promises.Promise promise : promises.made()) {
      ObjectNode one = made.addObject();
      one.put("at", promise.at().toString());
      one.put("until", promise.until().toString());
      one.put("came", time(promise.came()));
      one.put("kept", promise.came() == null ? null : promise.kept());
    }
  }

  private static void task(ObjectNode node, Task task) {
    node.put("number", task.number());
    node.put("text", task.text());
    node.put("assignee", task.assignee().name());
    node.put("asked_by", task.askedBy().name());
    node.put("asked_at", task.askedAt().toString());
    node.put("due", time(task.due()));
    node.put("done_at", settled(task.done()));
  }

  private static void check(ObjectNode node, Doubt doubt) {
    switch (doubt) {
      case Doubt.OutOfOrder order -> {
        node.put("kind", "out_of_order");
        node.put("first", order.first().word());
        node.put("first_at", order.firstAt().toString());
        node.put("then", order.then().word());
        node.put("then_at", order.thenAt().toString());
      }
      case Doubt.OtherLength length -> {
        node.put("kind", "other_length");
        node.put("words", length.words());
        node.put("said_seconds", length.said().toSeconds());
        node.put("known_seconds", length.known().toSeconds());
        node.put("from", length.from().word());
        node.put("to", length.to().word());
      }
    }
  }

  private static void coverage(ObjectNode node, Coverage coverage) {
    Coverage.Silence silence = coverage.silence();
    node.put("entries", coverage.entries());
    node.put("with_evidence", coverage.evidenced());
    node.put("recorded_later", coverage.late());
    node.put("longest_silence_seconds", silence == null ? null : silence.time().toSeconds());
  }

  private static @Nullable String settled(@Nullable Settled settled) {
    return settled == null ? null : settled.at().toString();
  }

  private static @Nullable String name(@Nullable Person person) {
    return person == null ? null : person.name();
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
