package io.evenkeel.bot.config;

import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Roles;
import io.evenkeel.policy.Allowed;
import io.evenkeel.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part {@code policy:} of the file: who may do what. A verb of its own counts before the group
 * it belongs to; what is not named is as in {@link Policy#STANDARD}.
 *
 * <pre>
 * policy:
 *   silent_after: 15m
 *   who:
 *     end: [incident-commander, "@sre-leads"]
 *     cancel: [channel for 15m, incident-commander]
 *     update: anyone
 * </pre>
 */
final class PolicyKeys {
  private static final Pattern EARLY = Pattern.compile("channel for ([1-9][0-9]{0,3})m");
  private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

  private static final String KNOWN =
      "anyone, channel, channel for 15m, a role such as incident-commander, or a Slack user group"
          + " such as \"@sre-leads\"";

  private PolicyKeys() {}

  static Policy read(YamlKey key, Roles roles) {
    key.only("silent_after", "who");
    Map<Verb, List<Allowed>> rules = new EnumMap<>(Verb.class);
    rules.putAll(Policy.STANDARD.rules());
    List<YamlKey> named = key.at("who").entries();
    for (YamlKey who : named) {
      group(who)
          .ifPresent(group -> {
            List<Allowed> allowed = allowed(who, roles);
            group.verbs().forEach(verb -> rules.put(verb, allowed));
          });
    }
    for (YamlKey who : named) {
      if (group(who).isEmpty()) {
        verb(who).ifPresent(verb -> rules.put(verb, allowed(who, roles, verb)));
      }
    }
    return new Policy(
        rules,
        key.at("silent_after")
            .duration(Duration.ofMinutes(1), LONGEST_SILENCE)
            .orElse(Policy.STANDARD.silence()));
  }

  private static Optional<Policy.Group> group(YamlKey who) {
    return Arrays.stream(Policy.Group.values())
        .filter(group -> group.name().toLowerCase(Locale.ROOT).equals(who.name()))
        .findFirst();
  }

  private static Optional<Verb> verb(YamlKey who) {
    Optional<Verb> verb =
        Arrays.stream(Verb.values()).filter(known -> known.word().equals(who.name())).findFirst();
    if (verb.isEmpty()) {
      who.fault("is neither a verb nor a group of verbs", "Write steer, roles, end or a verb");
    }
    return verb;
  }

  /** Who begins an incident is in no channel and holds no role: only groups can be told apart. */
  private static List<Allowed> allowed(YamlKey who, Roles roles, Verb verb) {
    List<Allowed> allowed = allowed(who, roles);
    boolean beside =
        allowed.stream()
            .anyMatch(some -> some instanceof Allowed.InChannel || some instanceof Allowed.Holder);
    if (verb == Verb.DECLARE && beside) {
      who.fault("names a channel or a role", "Before an incident there is none: write groups");
    }
    return allowed;
  }

  private static List<Allowed> allowed(YamlKey who, Roles roles) {
    var allowed = new ArrayList<Allowed>();
    for (YamlKey item : who.listed()) {
      String text = item.required("who may: " + KNOWN);
      Optional<Allowed> read = text.isEmpty() ? Optional.empty() : some(text, roles);
      if (read.isEmpty() && !text.isEmpty()) {
        item.fault("is \"" + text + "\"", "Write " + KNOWN);
      }
      read.ifPresent(allowed::add);
    }
    return allowed.isEmpty() ? List.of(new Allowed.Anyone()) : allowed;
  }

  private static Optional<Allowed> some(String text, Roles roles) {
    var early = EARLY.matcher(text);
    if (text.equals("anyone")) {
      return Optional.of(new Allowed.Anyone());
    }
    if (text.equals("channel")) {
      return Optional.of(new Allowed.InChannel(null));
    }
    if (early.matches()) {
      return Optional.of(
          new Allowed.InChannel(Duration.ofMinutes(Integer.parseInt(early.group(1)))));
    }
    if (text.matches("@[a-zA-Z0-9._-]{1,80}")) {
      return Optional.of(new Allowed.Group(text.substring(1).toLowerCase(Locale.ROOT)));
    }
    return roles.find(text).map(Allowed.Holder::new);
  }
}
