package io.evenkeel.postmortem;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where people say how long an outage was ("a 45-minute outage", "down for 45 minutes") and
 * holds it against the milestones. A length fits when it is within two minutes or a fifth of any of
 * the lengths that people may mean; without a known length there is nothing to hold it against.
 */
final class SaidLength {
  /** Longer texts are looked through up to here: no paragraph of a postmortem is longer. */
  private static final int LONGEST = 20_000;

  private static final String NUMBER = "(?<n>\\d{1,4}(?:[.,]\\d)?)";
  private static final String UNIT = "(?<unit>minutes?|mins?|hours?|hrs?|h|m)";
  private static final String NOUN = "(?:outage|downtime|disruption|interruption|unavailability)";
  private static final List<Pattern> SAID =
      List.of(
          pattern("\\b" + NUMBER + "[ -]?" + UNIT + "[ -](?:long )?(?:full |partial )?" + NOUN),
          pattern("\\b" + NUMBER + " ?" + UNIT + " of " + NOUN + "\\b"),
          pattern(
              "\\b(?:"
                  + NOUN
                  + "|down|unavailable|offline|unreachable)\\b(?: \\w+){0,3}?"
                  + " (?:of|for|lasted|was|lasting|took)"
                  + "(?: about| around| roughly| some| approximately| nearly| over)? ?~?"
                  + NUMBER
                  + "[ -]?"
                  + UNIT
                  + "\\b"));

  private static final Duration NEAR = Duration.ofMinutes(2);
  private static final int FIFTH = 5;

  private SaidLength() {}

  static List<Doubt.OtherLength> doubts(String text, @Nullable Line where, Milestones milestones) {
    List<Length> known = lengths(milestones);
    if (known.isEmpty()) {
      return List.of();
    }
    var doubts = new ArrayList<Doubt.OtherLength>();
    String looked = text.substring(0, Math.min(LONGEST, text.length()));
    for (Pattern pattern : SAID) {
      Matcher found = pattern.matcher(looked);
      while (found.find()) {
        Duration said = duration(found.group("n"), found.group("unit"));
        if (known.stream().noneMatch(length -> length.near(said))) {
          Length whole = known.getFirst();
          doubts.add(
              new Doubt.OtherLength(
                  found.group(), said, where, whole.time(), whole.from(), whole.to()));
        }
      }
    }
    return List.copyOf(doubts);
  }

  private record Length(Milestone from, Milestone to, Duration time) {
    boolean near(Duration said) {
      Duration apart = said.minus(time).abs();
      return apart.compareTo(NEAR) <= 0 || apart.compareTo(time.dividedBy(FIFTH)) <= 0;
    }
  }

  /** The likeliest first: users are hurt from the start, or the detection, until mitigated. */
  private static List<Length> lengths(Milestones milestones) {
    var lengths = new ArrayList<Length>();
    for (Milestone to : List.of(Milestone.MITIGATED, Milestone.RESOLVED)) {
      for (Milestone from :
          List.of(milestones.zero(), Milestone.STARTED, Milestone.DETECTED, Milestone.DECLARED)) {
        Instant begin = milestones.at(from).orElse(null);
        Instant end = milestones.at(to).orElse(null);
        if (begin != null && end != null && !end.isBefore(begin)) {
          lengths.add(new Length(from, to, Duration.between(begin, end)));
        }
      }
    }
    return lengths;
  }

  private static Duration duration(String number, String unit) {
    double count = Double.parseDouble(number.replace(',', '.'));
    boolean hours = unit.toLowerCase(Locale.ROOT).startsWith("h");
    return Duration.ofSeconds(Math.round(count * (hours ? 3600 : 60)));
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
