package io.evenkeel.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to follow from some alerts.
 *
 * @param name as people call it, or its number
 * @param source the one it is for; null for all
 * @param match what labels must be, by label; none for every alert
 * @param service a service's name, or a label's in braces: {@code {job}}; null for the label {@code
 *     service}
 * @param policy the policy or schedule that is paged; null for the service's own
 * @param groupBy labels that alerts of one group have in common; none to group as the sender does
 */
public record Route(
    String name,
    @Nullable String source,
    Map<String, Match> match,
    What what,
    @Nullable String service,
    Grade severity,
    @Nullable String policy,
    List<String> groupBy) {

  /** What is done. */
  public enum What {
    /** An incident begins. */
    DECLARE,
    /** People are asked whether one is to begin. */
    PROPOSE,
    /** They belong to what is open on the same service; where nothing is, people are asked. */
    ATTACH,
    /** They are kept and nobody hears of them. */
    IGNORE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<What> find(String word) {
      return Arrays.stream(values()).filter(what -> what.word().equals(word)).findFirst();
    }
  }

  /** What is done with alerts that no route is for. */
  static final Route USUAL =
      new Route("usual", null, Map.of(), What.PROPOSE, null, Grade.USUAL, null, List.of());

  public Route {
    match = Map.copyOf(match);
    groupBy = List.copyOf(groupBy);
  }

  boolean takes(String from, Signal signal) {
    return (source == null || source.equals(from))
        && match.entrySet().stream()
            .allMatch(one -> one.getValue().takes(signal.labels().getOrDefault(one.getKey(), "")));
  }

  /** The service as it is written or as the label has it; empty where neither says one. */
  Optional<String> serviceOf(Signal signal) {
    String written = service == null ? "{service}" : service;
    boolean label = written.startsWith("{") && written.endsWith("}");
    return Optional.ofNullable(
            label ? signal.labels().get(written.substring(1, written.length() - 1)) : written)
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  /** What its alerts of one group have in common. */
  List<String> common(String from, String group, String service, Signal signal) {
    var parts = new ArrayList<>(List.of(name, from, service));
    if (!groupBy.isEmpty()) {
      groupBy.forEach(label -> parts.add(label + "=" + signal.labels().getOrDefault(label, "")));
    } else {
      parts.add(!group.isEmpty() ? group : service.isEmpty() ? signal.name() : "");
    }
    return parts;
  }
}
