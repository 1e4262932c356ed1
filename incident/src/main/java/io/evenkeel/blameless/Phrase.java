package io.evenkeel.blameless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A pattern over words: {@code came|comes down to}. A word with {@code ?} may be left out, {@code
 * ADV} stands for any number of adverbs, {@code ANY} for one word, {@code DET} for a determiner or
 * none, {@code PERSON} for somebody and {@code POSSESSOR} for somebody's.
 */
final class Phrase {
  private final List<Step> steps;

  private sealed interface Step {}

  private record OneOf(Set<String> words, boolean optional) implements Step {}

  private record Adverbs() implements Step {}

  private record Any(boolean optional) implements Step {}

  private record Person() implements Step {}

  private record Possessor() implements Step {}

  private Phrase(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** One phrase in each line. */
  static List<Phrase> table(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Phrase::of)
        .toList();
  }

  static Phrase of(String pattern) {
    var steps = new ArrayList<Step>();
    for (String part : pattern.split(" ")) {
      steps.add(
          switch (part) {
            case "ADV" -> new Adverbs();
            case "ANY" -> new Any(false);
            case "ANY?" -> new Any(true);
            case "DET" -> new OneOf(Words.DETERMINERS, true);
            case "PERSON" -> new Person();
            case "POSSESSOR" -> new Possessor();
            default -> {
              boolean optional = part.length() > 1 && part.endsWith("?");
              String words = optional ? part.substring(0, part.length() - 1) : part;
              yield new OneOf(Set.copyOf(Arrays.asList(words.split("\\|"))), optional);
            }
          });
    }
    return new Phrase(steps);
  }

  /** The end of what matches from there; -1 when nothing does. */
  int match(Sentence in, int at) {
    return match(in, at, 0);
  }

  private int match(Sentence in, int at, int step) {
    if (step == steps.size()) {
      return at;
    }
    return switch (steps.get(step)) {
      case OneOf(Set<String> words, boolean optional) -> {
        int taken = in.is(at, words) && at < in.size() ? match(in, at + 1, step + 1) : -1;
        yield taken < 0 && optional ? match(in, at, step + 1) : taken;
      }
      case Adverbs() -> {
        int end = at;
        while (Words.adverb(in.word(end))) {
          end++;
        }
        yield match(in, end, step + 1);
      }
      case Any(boolean optional) -> {
        int none = optional ? match(in, at, step + 1) : -1;
        yield none < 0 && !in.edge(at) ? match(in, at + 1, step + 1) : none;
      }
      case Person() -> {
        int end = new WordGroups(in).ahead(at);
        yield end < 0 ? -1 : match(in, end, step + 1);
      }
      case Possessor() -> possessor(in, at, step);
    };
  }

  private int possessor(Sentence in, int at, int step) {
    if (in.is(at, OWN)) {
      return match(in, at + 1, step + 1);
    }
    for (int i = at; i < at + 6 && i < in.size(); i++) {
      if (in.word(i + 1).equals("'s") && (in.name(i) || Persons.noun(in, i))) {
        return match(in, i + 2, step + 1);
      }
      if (Words.stops(in.tokens().get(i))) {
        return -1;
      }
    }
    return -1;
  }

  private static final Set<String> OWN = Words.set("my our your his her their whose");
}
