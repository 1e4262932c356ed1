package io.evenkeel.bot.hooks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * How the JSON of some system is read, under {@code alerts: sources:}.
 *
 * @param source its name in the address, {@code /hooks/generic/NAME}
 * @param list where its alerts are; null where the body is one, or a list of them
 * @param name what an alert is called
 * @param fingerprint what tells one from another; null for its name and labels
 * @param status how it stands; null where each one fires
 * @param resolved the words of the status that mean that it is over, in lower case
 * @param acknowledged those that mean that somebody has it in hand
 * @param tags an object whose fields are labels; null for none
 * @param labels single labels
 * @param group what it belongs to; null for nothing
 */
public record Mapping(
    String source,
    @Nullable JsonPointer list,
    Place name,
    @Nullable Place fingerprint,
    @Nullable Place status,
    Set<String> resolved,
    Set<String> acknowledged,
    @Nullable JsonPointer tags,
    Map<String, Place> labels,
    @Nullable Place summary,
    @Nullable Place starts,
    @Nullable Place ends,
    @Nullable Place link,
    @Nullable Place group) {
  public Mapping {
    resolved = lower(resolved);
    acknowledged = lower(acknowledged);
    labels = Map.copyOf(new TreeMap<>(labels));
  }

  private static Set<String> lower(Set<String> words) {
    return Set.copyOf(words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
  }
}
