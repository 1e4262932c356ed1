package io.evenkeel.bot.config;

import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Routes;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code alerts: routes:} of the file: what follows from which alerts. The first route
 * that takes an alert counts; what none takes is proposed.
 *
 * <pre>
 * alerts:
 *   routes:
 *     - name: payments
 *       match: {team: payments, alertname: /Errors.*&#47;}   # a label: its text, or /an expression/
 *       source: alertmanager                               # left out: from anywhere
 *       do: declare                                        # declare, propose, attach or ignore
 *       service: "{job}"                                   # a name or a label; left out: {service}
 *       severity: {label: severity, critical: SEV-1, warning: SEV-3}    # or always the same one
 *       policy: payments                                   # left out: the service's own
 *       group_by: [cluster]                                # left out: as the sender groups
 * </pre>
 */
final class RouteKeys {
  static final String LABEL = "[A-Za-z_][A-Za-z0-9_.:-]{0,99}";
  private static final String BRACED = "\\{" + LABEL + "}";

  private final SeverityScale severities;
  private final Schedules schedules;
  private final Paging paging;

  private RouteKeys(SeverityScale severities, Schedules schedules, Paging paging) {
    this.severities = severities;
    this.schedules = schedules;
    this.paging = paging;
  }

  static Routes read(YamlKey key, SeverityScale severities, Schedules schedules, Paging paging) {
    var keys = new RouteKeys(severities, schedules, paging);
    return new Routes(key.items().stream().map(keys::route).toList());
  }

  private Route route(YamlKey key) {
    key.only("name", "source", "match", "do", "service", "severity", "policy", "group_by");
    return new Route(
        key.at("name").text().orElse(key.name()),
        key.at("source")
            .matching("[a-z0-9][a-z0-9_-]{0,39}", "a source such as alertmanager or uptime")
            .orElse(null),
        match(key.at("match")),
        what(key.at("do")),
        service(key.at("service")),
        GradeKeys.read(key.at("severity"), severities),
        policy(key.at("policy")),
        labels(key.at("group_by")));
  }

  private static Map<String, Match> match(YamlKey key) {
    Map<String, Match> all = new HashMap<>();
    for (YamlKey one : key.entries()) {
      String text = one.required("the label's text, or /an expression/");
      all.put(one.name(), match(one, text));
    }
    return all;
  }

  private static Match match(YamlKey key, String text) {
    if (text.length() < 2 || !text.startsWith("/") || !text.endsWith("/")) {
      return new Match.Exactly(text);
    }
    try {
      return new Match.Like(Pattern.compile(text.substring(1, text.length() - 1)));
    } catch (PatternSyntaxException e) {
      key.fault(
          "is no regular expression: " + e.getDescription(),
          "Write one such as /prod-.*/, or a text without slashes");
      return new Match.Exactly(text);
    }
  }

  private static Route.What what(YamlKey key) {
    String word = key.required("declare, propose, attach or ignore");
    Optional<Route.What> what = Route.What.find(word);
    if (what.isEmpty() && !word.isEmpty()) {
      String words =
          Arrays.stream(Route.What.values())
              .map(Route.What::word)
              .collect(Collectors.joining(", "));
      key.fault("is \"" + word + "\", which nobody can do", "Write one of: " + words);
    }
    return what.orElse(Route.What.PROPOSE);
  }

  private static @Nullable String service(YamlKey key) {
    return key.text()
        .filter(text -> {
          boolean wrong = text.startsWith("{") && !text.matches(BRACED);
          if (wrong) {
            key.fault("is \"" + text + "\"", "Write a service's name, or a label: \"{job}\"");
          }
          return !wrong;
        })
        .orElse(null);
  }

  private @Nullable String policy(YamlKey key) {
    Optional<String> name = key.text().map(text -> text.toLowerCase(Locale.ROOT));
    boolean known =
        name.filter(
                one -> paging.policies().find(one).isPresent() || schedules.find(one).isPresent())
            .isPresent();
    if (!known && name.isPresent()) {
      key.fault(
          "is \"" + name.get() + "\", which is no policy and no schedule",
          "Add it under paging: policies: or oncall:");
    }
    return known ? name.get() : null;
  }

  private static List<String> labels(YamlKey key) {
    var all = new ArrayList<String>();
    for (YamlKey one : key.listed()) {
      one.matching(LABEL, "a label's name such as cluster").ifPresent(all::add);
    }
    return all;
  }
}
