package io.evenkeel.bot.config;

import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part {@code paging:} of the file: whom a page goes to, and on to.
 *
 * <pre>
 * paging:
 *   policies:
 *     payments:
 *       severities: [SEV-1, SEV-2]           # left out: all
 *       repeat: 1                            # so often again, from the first step
 *       steps:
 *         - {oncall: payments, wait: 5m, ring: [payments-pager]}
 *         - {oncall: payments, layer: secondary, wait: 5m}
 *         - {user: dana, group: sre-leads}
 *         - {channel: true}
 * </pre>
 */
final class PagingKeys {
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,59}";
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_REPEATS = 20;

  private PagingKeys() {}

  static Paging read(
      YamlKey key, Schedules schedules, SeverityScale severities, Variables variables) {
    key.only("policies", "outlets");
    List<Outside> outside = OutletKeys.read(key.at("outlets"), variables);
    Set<String> outlets = new HashSet<>();
    // One that is written wrongly is told once, where it is written.
    key.at("outlets").entries().forEach(outlet -> outlets.add(outlet.name()));
    var all = new ArrayList<Escalation>();
    for (YamlKey policy : key.at("policies").entries()) {
      policy(policy, schedules, severities, outlets).ifPresent(all::add);
    }
    return new Paging(new Escalations(all), outside);
  }

  private static Optional<Escalation> policy(
      YamlKey key, Schedules schedules, SeverityScale severities, Set<String> outlets) {
    key.only("severities", "repeat", "steps");
    if (!key.name().matches(NAME)) {
      key.fault("is no name of a policy", "Write lower-case letters, digits, - and _");
    }
    var steps = new ArrayList<Step>();
    for (YamlKey step : key.at("steps").items()) {
      step(step, schedules, outlets).ifPresent(steps::add);
    }
    if (key.at("steps").items().isEmpty()) {
      key.fault("has no steps", "Write under steps: - {oncall: SCHEDULE, wait: 5m}");
    }
    var named = new ArrayList<String>();
    for (YamlKey one : key.at("severities").listed()) {
      String text = one.required("a severity, such as SEV-1");
      severities
          .find(text)
          .ifPresentOrElse(
              found -> named.add(found.name()),
              () ->
                  one.fault("is \"" + text + "\", which is no severity", "Write one of the scale"));
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Escalation(
                key.name(), steps, key.at("repeat").number(0, MOST_REPEATS).orElse(0), named));
  }

  private static Optional<Step> step(YamlKey key, Schedules schedules, Set<String> outlets) {
    key.only("oncall", "layer", "user", "group", "channel", "ring", "wait");
    var whom = new ArrayList<Whom>();
    key.at("oncall").text().flatMap(name -> oncall(key, name, schedules)).ifPresent(whom::add);
    for (YamlKey user : key.at("user").listed()) {
      whom.add(new Whom.User(Escalations.bare(user.required("a Slack user name"))));
    }
    for (YamlKey group : key.at("group").listed()) {
      whom.add(new Whom.Group(Escalations.bare(group.required("a Slack user group's handle"))));
    }
    if (key.at("channel").text().filter("true"::equals).isPresent()) {
      whom.add(new Whom.Channel());
    }
    List<String> rings = new ArrayList<>();
    for (YamlKey ring : key.at("ring").listed()) {
      String name = ring.required("the name of something under paging: outlets:");
      if (!outlets.contains(name)) {
        ring.fault("is \"" + name + "\", which is not there", "Add it under paging: outlets:");
      }
      rings.add(name);
    }
    if (whom.isEmpty() && rings.isEmpty()) {
      key.fault("pages nobody", "Write oncall, user, group, channel: true or ring");
      return Optional.empty();
    }
    return Optional.of(
        new Step(whom, rings, key.at("wait").duration(SHORTEST, LONGEST).orElse(Step.USUAL)));
  }

  private static Optional<Whom> oncall(YamlKey key, String name, Schedules schedules) {
    Optional<Schedule> schedule = schedules.find(name);
    if (schedule.isEmpty()) {
      key.at("oncall").fault("is \"" + name + "\", which is no schedule", "Add it under oncall:");
      return Optional.empty();
    }
    Optional<String> layer = key.at("layer").text();
    if (layer.filter(one -> schedule.get().layer(one).isEmpty()).isPresent()) {
      key.at("layer")
          .fault("is \"" + layer.get() + "\", which " + name + " has not", "Write one of it");
    }
    return Optional.of(new Whom.OnCall(schedule.get().name().value(), layer.orElse(null)));
  }
}
