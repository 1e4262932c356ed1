package io.evenkeel.bot.config;

import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Rule;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import io.evenkeel.response.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part {@code rules:} of the file: what follows by itself. Without it the worst severity pages
 * commander and comms, the next one the commander; {@code rules: []} has nothing follow.
 *
 * <pre>
 * rules:
 *   - name: payments                        # left out: its number
 *     on: [declared, severity]              # declared, severity (worse), status, role-empty
 *     when: {severity: [SEV-1, SEV-2], service: payments, mode: real}
 *     do:
 *       - page: payments                    # a policy, a schedule, &#64;person or &#64;group
 *       - invite: ["&#64;dana", payments]
 *       - announce: status
 *       - checklist: [Look at the dashboards, Tell support]
 *       - webhook: ops-hook                 # one of kind webhook under paging: outlets:
 * </pre>
 */
final class RuleKeys {
  private final SeverityScale severities;
  private final Roles roles;
  private final DeedKeys does;

  private RuleKeys(SeverityScale severities, Roles roles, DeedKeys does) {
    this.severities = severities;
    this.roles = roles;
    this.does = does;
  }

  static Rules read(
      YamlKey key,
      SeverityScale severities,
      Roles roles,
      Schedules schedules,
      Paging paging,
      Set<String> webhooks) {
    if (!key.present()) {
      return Rules.standard(
          severities.levels().stream().map(level -> level.severity().name()).toList());
    }
    var keys =
        new RuleKeys(
            severities,
            roles,
            new DeedKeys(
                schedules.all().stream()
                    .map(one -> one.name().value())
                    .collect(Collectors.toUnmodifiableSet()),
                paging.policies().all().stream()
                    .map(Escalation::name)
                    .collect(Collectors.toUnmodifiableSet()),
                webhooks));
    return new Rules(key.items().stream().map(keys::rule).toList());
  }

  private Rule rule(YamlKey key) {
    key.only("name", "on", "when", "do");
    Set<Trigger> on =
        words(key.at("on"), Trigger::of, Trigger.values(), Trigger::word, "nothing that happens");
    if (on.isEmpty() && !key.at("on").present()) {
      key.at("on").fault("is missing", "Write on: declared, severity, status or role-empty");
    }
    var deeds = new ArrayList<Deed>();
    for (YamlKey deed : key.at("do").items()) {
      does.read(deed, deeds);
    }
    if (deeds.isEmpty() && key.at("do").items().isEmpty()) {
      key.at("do").fault("is missing", "Write under do: - page: NAME, or another thing to do");
    }
    return new Rule(key.at("name").text().orElse(key.name()), on, when(key.at("when")), deeds);
  }

  private When when(YamlKey key) {
    key.only("severity", "service", "mode", "status", "role");
    return new When(
        named(
            key.at("severity"),
            text -> severities.find(text).map(Severity::name),
            "no severity",
            "Write one of the scale"),
        named(key.at("service"), Optional::of, "", ""),
        words(key.at("mode"), Nature::of, Nature.values(), Nature::word, "no kind of incident"),
        named(
            key.at("status"),
            text -> Status.find(text).map(Status::word),
            "no status",
            "Write one such as monitoring"),
        named(
            key.at("role"),
            text -> roles.find(text).map(Role::name),
            "no role",
            "Write one of the roles"));
  }

  private static Set<String> named(
      YamlKey key, Function<String, Optional<String>> find, String wrong, String mend) {
    var found = new LinkedHashSet<String>();
    for (YamlKey one : key.listed()) {
      String text = one.required("a name");
      Optional<String> known = find.apply(text);
      known.ifPresent(found::add);
      if (known.isEmpty() && !text.isEmpty()) {
        one.fault("is \"" + text + "\", which is " + wrong, mend);
      }
    }
    return found;
  }

  private static <T> Set<T> words(
      YamlKey key,
      Function<String, Optional<T>> find,
      T[] all,
      Function<T, String> word,
      String wrong) {
    var found = new HashSet<T>();
    for (YamlKey one : key.listed()) {
      String text = one.required("a word");
      Optional<T> known = find.apply(text);
      known.ifPresent(found::add);
      if (known.isEmpty() && !text.isEmpty()) {
        String words = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
        one.fault("is \"" + text + "\", which is " + wrong, "Write one of: " + words);
      }
    }
    return found;
  }
}
