package io.evenkeel.grammar;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.ReminderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code snooze [30m|until 14:30|off] [update-due|…] [INC-12]}: how long, of which reminders and of
 * which incident, in any order; half an hour when no time is given.
 */
final class SnoozeSentence {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private SnoozeSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    ReminderKind kind = null;
    boolean off = said.verb().word().startsWith("un");
    var time = new ArrayList<Word>();
    for (Word word : said.free().words()) {
      String typed = word.raw().toLowerCase(Locale.ROOT);
      Optional<ReminderKind> known = kind(typed);
      if (known.isPresent()) {
        kind = known.get();
      } else if (typed.matches("off|stop|end|again")) {
        off = true;
      } else if (typed.matches("(?i)#?inc-?[0-9]{1,9}")) {
        said.remain(new Span(said.rest(), List.of(word)));
        said.leadingIncident(false);
      } else if (!typed.matches("all|everything|for|until|till|of")) {
        time.add(word);
      }
    }
    Instant until = off ? null : until(said, time);
    if (off && !time.isEmpty()) {
      said.fail(Faults.leftOver(said, said.text(new Span(said.rest(), time))));
    }
    return said.order(new Command.Snooze(kind, until));
  }

  private static @Nullable Instant until(Said said, List<Word> time) {
    Span given = said.flag(Flag.DUE).orElseGet(() -> new Span(said.rest(), time));
    if (said.has(Flag.DUE) && !time.isEmpty()) {
      said.fail(Faults.leftOver(said, said.text(new Span(said.rest(), time))));
    }
    if (given.empty()) {
      return said.speaker().now().plus(HALF_AN_HOUR);
    }
    String typed = given.compact(said.speaker().directory());
    Optional<Instant> until = Times.due(typed, said.speaker());
    if (until.isEmpty()) {
      said.fail(
          Prose.of(
                  "Nothing was changed: “" + Faults.echo(typed) + "” is neither a time ahead nor a")
              .text(" reminder. It goes ")
              .code("/incident snooze 30m")
              .text(", or with one of these behind it: " + kinds() + "."));
    }
    return until.orElse(null);
  }

  private static String kinds() {
    return Arrays.stream(ReminderKind.values())
        .filter(kind -> kind != ReminderKind.ALERTS_OVER)
        .map(ReminderKind::word)
        .collect(Collectors.joining(", "));
  }

  private static Optional<ReminderKind> kind(String typed) {
    return switch (typed) {
      case "update", "updates" -> Optional.of(ReminderKind.UPDATE_DUE);
      case "commander", "ic" -> Optional.of(ReminderKind.NO_COMMANDER);
      case "role", "roles" -> Optional.of(ReminderKind.ROLE_EMPTY);
      case "monitoring" -> Optional.of(ReminderKind.STILL_MONITORING);
      case "postmortem" -> Optional.of(ReminderKind.POSTMORTEM_DUE);
      default -> ReminderKind.find(typed);
    };
  }
}
