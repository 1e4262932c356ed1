package io.evenkeel.policy;

import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Role;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what. It orders and never locks out: while nobody confirmed commands, or the commander
 * has been silent, nobody is held up by it.
 *
 * @param rules by verb, for those that are not everybody's
 * @param silence a confirmed commander who has recorded nothing for so long is silent
 */
public record Policy(Map<Verb, List<Allowed>> rules, Duration silence) {

  /** Verbs that a policy can name together. */
  public enum Group {
    STEER,
    ROLES,
    END;

    public Set<Verb> verbs() {
      return switch (this) {
        case STEER ->
            Set.of(Verb.UPDATE, Verb.STATUS, Verb.STATEMENT, Verb.SEVERITY, Verb.MITIGATE);
        case ROLES ->
            Set.of(Verb.ASSIGN, Verb.UNASSIGN, Verb.TAKE, Verb.CONFIRM, Verb.HANDOVER, Verb.ACCEPT);
        case END ->
            Set.of(Verb.RESOLVE, Verb.RESOLUTION, Verb.CLOSE, Verb.REOPEN, Verb.CANCEL, Verb.MERGE);
      };
    }
  }

  private static final List<Allowed> ANYONE = List.of(new Allowed.Anyone());

  /** So long anyone in an incident may call it off; after that its commander does. */
  private static final Duration ANYONE_CANCELS = Duration.ofMinutes(15);

  /**
   * Declare, note, join and whatever only adds: anyone. What steers, ends, gives roles or puts the
   * timeline right: whoever is in the channel. Cancel: whoever is in it for 15 minutes, then the
   * commander.
   */
  public static final Policy STANDARD = standard();

  public Policy {
    var sorted = new EnumMap<Verb, List<Allowed>>(Verb.class);
    rules.forEach((verb, allowed) -> sorted.put(verb, List.copyOf(allowed)));
    rules = Map.copyOf(sorted);
  }

  private static Policy standard() {
    var rules = new EnumMap<Verb, List<Allowed>>(Verb.class);
    for (Group group : Group.values()) {
      group.verbs().forEach(verb -> rules.put(verb, List.of(new Allowed.InChannel(null))));
    }
    for (Verb verb : List.of(Verb.CORRECT, Verb.WITHDRAW)) {
      rules.put(verb, List.of(new Allowed.InChannel(null)));
    }
    // Only whoever is asked can accept, and is asked wherever they are. Declining is everybody's.
    rules.put(Verb.ACCEPT, ANYONE);
    rules.put(
        Verb.CANCEL,
        List.of(
            new Allowed.InChannel(ANYONE_CANCELS), new Allowed.Holder(Role.INCIDENT_COMMANDER)));
    return new Policy(rules, Duration.ofMinutes(15));
  }

  /** Any one of these suffices. */
  public List<Allowed> of(Verb verb) {
    return rules.getOrDefault(verb, ANYONE);
  }

  /** The handles of the Slack user groups that it names. */
  public Set<String> handles() {
    var handles = new TreeSet<String>();
    for (List<Allowed> allowed : rules.values()) {
      for (Allowed some : allowed) {
        if (some instanceof Allowed.Group(String handle)) {
          handles.add(handle);
        }
      }
    }
    return handles;
  }
}
