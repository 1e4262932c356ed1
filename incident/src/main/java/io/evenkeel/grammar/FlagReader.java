package io.evenkeel.grammar;

import io.evenkeel.grammar.Flag.Takes;
import io.evenkeel.incident.CancelledAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells flags from text. {@code --word} is always a flag; {@code —word} and {@code –word}, which
 * phones make of two hyphens, only if the verb has it.
 */
final class FlagReader {
  private static final Pattern FLAG =
      Pattern.compile("(--|—|–)([A-Za-z][A-Za-z_-]*)(=.*)?", Pattern.DOTALL);

  private final Span all;
  private final Verb verb;
  private final Speaker speaker;

  FlagReader(Span all, Verb verb, Speaker speaker) {
    this.all = all;
    this.verb = verb;
    this.speaker = speaker;
  }

  /**
   * A flag as it was typed.
   *
   * @param flag null when the verb has no such flag
   * @param value empty when nothing follows; null for a flag that takes nothing and got nothing
   */
  record Typed(String name, Word word, @Nullable Flag flag, @Nullable Span value) {}

  record Read(List<Typed> flags, Span text) {}

  Read read() {
    var flags = new ArrayList<Typed>();
    var text = new ArrayList<Word>();
    List<Word> words = all.words();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      var match = FLAG.matcher(word.raw());
      if (!flag(word)) {
        text.add(word);
        continue;
      }
      match.matches();
      String name = match.group(2);
      var known = VerbFlags.find(name, verb);
      var upcoming = new ArrayList<Word>();
      boolean attached = match.start(3) >= 0 && match.end(3) > match.start(3) + 1;
      if (attached) {
        upcoming.add(word.part(match.start(3) + 1, word.raw().length()));
      }
      for (int j = i + 1; j < words.size() && !flag(words.get(j)); j++) {
        upcoming.add(words.get(j));
      }
      if (known.isEmpty()) {
        flags.add(new Typed(name, word, null, null));
        continue;
      }
      if (known.get().takes() == Takes.NOTHING) {
        Span given = attached ? new Span(all.source(), upcoming).until(1) : null;
        flags.add(new Typed(name, word, known.get(), given));
        continue;
      }
      int taken = length(known.get().takes(), new Span(all.source(), upcoming));
      flags.add(
          new Typed(name, word, known.get(), new Span(all.source(), upcoming.subList(0, taken))));
      i += taken - (attached ? 1 : 0);
    }
    return new Read(flags, new Span(all.source(), text));
  }

  private boolean flag(Word word) {
    var match = FLAG.matcher(word.raw());
    return word.plain()
        && match.matches()
        && (match.group(1).equals("--") || VerbFlags.find(match.group(2), verb).isPresent());
  }

  private int length(Takes takes, Span upcoming) {
    if (upcoming.empty()) {
      return 0;
    }
    if (upcoming.first().quoted()) {
      return 1;
    }
    return switch (takes) {
      case NOTHING, ONE -> 1;
      case TEXT -> upcoming.words().size();
      case TIME -> longest(upcoming, 5, typed -> Times.past(typed, speaker));
      case MOMENT -> longest(upcoming, 5, typed -> Times.moment(typed, speaker));
      case DURATION -> longest(upcoming, 4, typed -> Times.ahead(typed, speaker));
      case SEVERITY -> longest(upcoming, 2, typed -> Severities.find(typed, speaker.severities()));
      case CANCELLED_AS -> longest(upcoming, 2, CancelledAs::find);
      case ROLE -> longest(upcoming, 3, typed -> speaker.roles().find(typed));
      case USER -> longest(upcoming, 3, typed -> People.find(typed, speaker).stream().findFirst());
    };
  }

  private int longest(Span upcoming, int most, Function<String, Optional<?>> fits) {
    Predicate<Integer> matches =
        n -> fits.apply(upcoming.until(n).compact(speaker.directory())).isPresent();
    for (int n = Math.min(most, upcoming.words().size()); n > 1; n--) {
      if (matches.test(n)) {
        return n;
      }
    }
    return 1;
  }
}
