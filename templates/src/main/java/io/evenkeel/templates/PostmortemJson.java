package io.evenkeel.templates;

import io.evenkeel.incident.Incident;
import io.evenkeel.postmortem.Coverage;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Elapsed;
import io.evenkeel.postmortem.Line;
import io.evenkeel.postmortem.Reached;
import io.evenkeel.slo.Cost;
import io.evenkeel.slo.Price;
import java.time.Duration;
import java.util.Locale;
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
    draft.roles().forEach(holding -> WorkJson.role(roles.addObject(), holding));
    ArrayNode actions = root.putArray("actions");
    draft.actions().forEach(action -> WorkJson.action(actions.addObject(), action));
    ArrayNode tasks = root.putArray("tasks");
    draft.tasks().forEach(task -> WorkJson.task(tasks.addObject(), task));
    GuidanceValues.json(root.putObject("runbooks"), draft);
    WorkJson.promises(root.putObject("update_promises"), draft.promises());
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
      milestones.put(reached.milestone().word(), Utc.iso(reached.at()));
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
    node.put("recorded_later", Utc.iso(line.recordedLater()));
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
}
