package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.incident.Status;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Shift;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Ladder;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Rule;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes of the file: who is asked and when by each policy, what follows from each rule. */
final class Consequences {
  private final Installation house;
  private final List<Schedule> schedules;
  private final Instant now;

  /**
   * @param schedules with what calendars said and who stands in, where that is known
   */
  Consequences(Installation house, List<Schedule> schedules, Instant now) {
    this.house = house;
    this.schedules = schedules;
    this.now = now;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    for (Escalation policy : house.paging().policies().all()) {
      lines.add("Policy " + policy.name() + ", for " + or(policy.severities(), "all") + ":");
      ladder(policy).forEach(line -> lines.add("  " + line));
    }
    for (Rule rule : house.rules().all()) {
      lines.add(heading(rule));
      rule.deeds().forEach(deed -> lines.add("  " + words(deed, rule)));
    }
    lines.addAll(unheard());
    return lines;
  }

  private List<String> ladder(Escalation policy) {
    var lines = new ArrayList<String>();
    Ladder ladder = Ladder.of(policy);
    for (Ladder.Rise rise : ladder.rises()) {
      String who = words(policy.at(rise.rung()));
      lines.add(
          words(rise.after())
              + ": "
              + (rise.rung().mention() ? "they are mentioned in the incident's channel" : who));
    }
    if (policy.repeat() > 0) {
      lines.add("then all of it again, " + times(policy.repeat()));
    }
    lines.add(words(ladder.end()) + ": nobody has answered, and the commander is told");
    return lines;
  }

  private String words(Step step) {
    var all = new ArrayList<String>();
    step.whom().forEach(whom -> all.add(words(whom)));
    step.rings().forEach(ring -> all.add(ring + " rings"));
    return String.join(", ", all);
  }

  private String words(Whom whom) {
    return whom instanceof Whom.OnCall(String schedule, String layer)
        ? whom.words() + " (now " + onCall(schedule, layer) + ")"
        : whom.words();
  }

  private String onCall(String name, @Nullable String layer) {
    return schedules.stream()
        .filter(schedule -> schedule.name().value().equals(name))
        .flatMap(schedule -> schedule.onCall(now).stream())
        .filter(shift -> layer == null || shift.layer().equalsIgnoreCase(layer))
        .findFirst()
        .map(Shift::whoOrNobody)
        .orElse("nobody");
  }

  private static String heading(Rule rule) {
    var of = new ArrayList<String>();
    of.add(or(rule.when().severities(), "any severity"));
    rule.when().services().stream().sorted().forEach(one -> of.add("service " + one));
    rule.when().statuses().stream()
        .sorted((one, other) -> place(one) - place(other))
        .forEach(one -> of.add("status " + one));
    rule.when().roles().stream().sorted().forEach(one -> of.add("role " + one));
    Set<Nature> natures = rule.when().natures();
    of.add(
        Arrays.stream(Nature.values())
            .filter(natures::contains)
            .map(Nature::word)
            .collect(Collectors.joining(" or ")));
    String on =
        Arrays.stream(Trigger.values())
            .filter(rule.on()::contains)
            .map(Trigger::word)
            .collect(Collectors.joining(" or "));
    return "Rule " + rule.name() + ", on " + on + ", for " + String.join(", ", of) + ":";
  }

  private static int place(String status) {
    return Status.find(status).map(Enum::ordinal).orElse(0);
  }

  private String words(Deed deed, Rule rule) {
    return switch (deed) {
      case Deed.Page page -> page(page, rule);
      case Deed.Invite(String whom) ->
          "brings in " + (whom.startsWith("@") ? whom : words(new Whom.OnCall(whom, null)));
      case Deed.Announce(String channel) -> "says so in #" + channel;
      case Deed.Checklist(List<String> tasks) ->
          "gives the commander " + tasks.size() + " to do: " + String.join("; ", tasks);
      case Deed.Webhook(String outlet) ->
          "tells "
              + outlet
              + (rule.when().natures().equals(Set.of(Nature.DRILL))
                  ? " nothing: a drill tells no webhook"
                  : "");
    };
  }

  private String page(Deed.Page page, Rule rule) {
    String whom = page.whom();
    if (whom.startsWith("@")) {
      return "pages " + whom;
    }
    Optional<Escalation> policy = house.paging().policies().find(whom);
    if (policy.isPresent()) {
      return "pages by policy " + policy.get().name();
    }
    if (house.oncall().find(whom).isPresent()) {
      return "pages " + words(new Whom.OnCall(whom, null)) + ", then the layers behind";
    }
    List<String> usual = whom.equals(Rules.COMMANDER) ? usual(rule) : List.of();
    return usual.isEmpty()
        ? "pages nobody: no policy and no schedule is called " + whom
        : "pages by policy " + or(usual, "");
  }

  /** Without a policy of that name the commander is whom the severity's policy says. */
  private List<String> usual(Rule rule) {
    return rule.when().severities().stream()
        .sorted()
        .flatMap(severity -> house.paging().policies().of(severity).stream())
        .map(Escalation::name)
        .distinct()
        .toList();
  }

  /** The severities for which the standard rules would page somebody, and nobody is there. */
  private List<String> unheard() {
    List<String> silent =
        house.rules().all().stream()
            .filter(rule ->
                rule.deeds().stream()
                    .allMatch(deed ->
                        deed instanceof Deed.Page page
                            && !page.needed()
                            && page(page, rule).startsWith("pages nobody")))
            .flatMap(rule -> rule.when().severities().stream())
            .sorted()
            .toList();
    return silent.isEmpty()
        ? List.of()
        : List.of(
            "Declaring a "
                + or(silent, "")
                + " pages nobody, as there is no policy for it. Write one under paging: policies:,"
                + " or rules: [] where nobody is to be paged.");
  }

  private static String or(Collection<String> names, String none) {
    return names.isEmpty() ? none : names.stream().sorted().collect(Collectors.joining(" or "));
  }

  private static String times(int times) {
    return times == 1 ? "once" : times + " times";
  }

  private static String words(Duration after) {
    if (after.isZero()) {
      return "at once";
    }
    long minutes = after.toMinutes();
    int seconds = after.toSecondsPart();
    return "after "
        + (minutes == 0 ? "" : minutes + " min")
        + (minutes == 0 || seconds == 0 ? "" : " ")
        + (seconds == 0 ? "" : seconds + " s");
  }
}
