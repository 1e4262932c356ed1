package io.evenkeel.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The response rules of an installation. */
public record Rules(List<Rule> all) {
  public static final Rules NONE = new Rules(List.of());

  /** Whom the standard rules page first. */
  public static final String COMMANDER = "commander";

  private static final Set<Trigger> WORSE = Set.of(Trigger.DECLARED, Trigger.SEVERITY);

  public Rules {
    all = List.copyOf(all);
  }

  /**
   * Of the worst severity the commander and communications are paged, of the next one the
   * commander, of anything less nobody: by the policies or schedules of these names, the commander
   * else by the policy that is for the severity. Where there is none of them nobody is.
   *
   * @param severities by the scale's names, the worst first
   */
  public static Rules standard(List<String> severities) {
    var commander = new Deed.Page(COMMANDER, false);
    var all = new ArrayList<Rule>();
    if (!severities.isEmpty()) {
      all.add(rule(severities.getFirst(), List.of(commander, new Deed.Page("comms", false))));
    }
    if (severities.size() > 1) {
      all.add(rule(severities.get(1), List.of(commander)));
    }
    return new Rules(all);
  }

  private static Rule rule(String severity, List<Deed> deeds) {
    return new Rule(severity, WORSE, When.severity(severity), deeds);
  }

  /** What follows from that, each once, in the order of the rules; without webhooks. */
  public List<Deed> of(List<Happening> happenings) {
    return all.stream()
        .filter(rule -> happenings.stream().anyMatch(rule::answers))
        .flatMap(rule -> rule.deeds().stream())
        .filter(deed -> !(deed instanceof Deed.Webhook))
        .distinct()
        .toList();
  }

  /** A webhook that is told of something. */
  public record Told(Deed.Webhook webhook, Happening happening) {}

  /** Which webhooks are told of what, each once of each thing, in the order of what happened. */
  public List<Told> told(List<Happening> happenings) {
    return happenings.stream()
        .flatMap(happening ->
            all.stream()
                .filter(rule -> rule.answers(happening))
                .flatMap(rule -> rule.deeds().stream())
                .flatMap(deed ->
                    deed instanceof Deed.Webhook webhook
                        ? Stream.of(new Told(webhook, happening))
                        : Stream.empty()))
        .distinct()
        .toList();
  }
}
