package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The schedule that somebody means, or what to say where that is not one. */
public sealed interface WhichSchedule {
  /** More would hide the words above them on a phone. */
  int MOST_BUTTONS = 5;

  record Found(Schedule schedule) implements WhichSchedule {}

  record Unclear(Answer answer) implements WhichSchedule {}

  /**
   * The schedule of that name; without one the only one that there is.
   *
   * @param typed null when none was named
   * @param nothing how a refusal begins: {@code "Nothing was recorded: "}, or "" for a question
   * @param again the command with that schedule's name, for a button
   */
  static WhichSchedule of(
      Schedules all, @Nullable String typed, String nothing, UnaryOperator<String> again) {
    if (all.all().isEmpty()) {
      return new Unclear(none(nothing));
    }
    if (typed != null) {
      return all.find(typed)
          .<WhichSchedule>map(Found::new)
          .orElseGet(() -> new Unclear(unknown(all, typed, nothing, again)));
    }
    if (all.all().size() == 1) {
      return new Found(all.all().getFirst());
    }
    return new Unclear(
        Answer.unchanged(
            begun(nothing, "which schedule? There are ").text(names(all) + "."),
            offers(names(all.all()), again)));
  }

  /** No schedule is set up: how to set one up. */
  static Answer none(String nothing) {
    return Answer.unchanged(
        begun(nothing, "no on-call schedule is set up here, so I know of nobody who is on call.")
            .text(" Whoever runs Evenkeel writes one under ")
            .code("oncall:")
            .text(" in the file that ")
            .code("EVENKEEL_CONFIG")
            .text(" names, such as ")
            .code(
                "payments: {zone: Europe/Berlin, starts: 2026-01-05, layers: [{people: [alice,"
                    + " bob]}]}")
            .text("; ")
            .code("evenkeel config check")
            .text(" looks at it. Until then, call people as you do now and give them a role: ")
            .code("/incident assign @name role")
            .text("."));
  }

  private static Answer unknown(
      Schedules all, String typed, String nothing, UnaryOperator<String> again) {
    List<String> near = Nearest.of(typed, names(all.all()));
    Prose words = begun(nothing, "there is no schedule “" + typed + "”.");
    return Answer.unchanged(
        near.isEmpty()
            ? words.text(" There " + (all.all().size() == 1 ? "is " : "are ") + names(all) + ".")
            : words.text(" Did you mean " + String.join(" or ", near) + "?"),
        offers(near.isEmpty() ? names(all.all()) : near, again));
  }

  private static Prose begun(String nothing, String words) {
    return Prose.of(
        nothing.isEmpty()
            ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
            : nothing + words);
  }

  private static List<String> names(List<Schedule> schedules) {
    return schedules.stream().map(schedule -> schedule.name().value()).toList();
  }

  private static String names(Schedules all) {
    List<String> names = names(all.all());
    int most = 10;
    return names.size() > most
        ? String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more"
        : String.join(", ", names);
  }

  private static Offer[] offers(List<String> names, UnaryOperator<String> again) {
    return names.stream()
        .limit(MOST_BUTTONS)
        .map(name -> Offer.plain(name, again.apply(name)))
        .toArray(Offer[]::new);
  }
}
