package io.evenkeel.grammar;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.Prose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an action item is for, as {@code --class} says it. */
final class ActionClassFlag {
  private ActionClassFlag() {}

  /** Null where it is not there. */
  static @Nullable ActionClass read(Said said) {
    Span given = said.flag(Flag.CLASS).orElse(null);
    if (given == null) {
      return null;
    }
    String typed = said.text(given);
    Optional<ActionClass> found = ActionClass.find(typed);
    if (found.isEmpty()) {
      List<String> words = Arrays.stream(ActionClass.values()).map(ActionClass::word).toList();
      List<String> near = Nearest.of(typed.toLowerCase(Locale.ROOT), words);
      said.fail(
          Faults.corrected(
              Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is no class. There are ")
                  .text(String.join(", ", words) + "."),
              said,
              said.with(given, near.isEmpty() ? ActionClass.PREVENT.word() : near.getFirst())));
    }
    return found.orElse(null);
  }
}
