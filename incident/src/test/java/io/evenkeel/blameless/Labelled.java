package io.evenkeel.blameless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Sentences with what is to be found in them.
 *
 * @param people the names that the sentences use
 */
record Labelled(String half, List<String> people, List<Case> cases) {

  /**
   * One sentence.
   *
   * @param rules ids, any of which is right; empty for a sentence that is fine
   */
  record Case(String sentence, Set<String> rules) {}

  /** How a half was judged. */
  record Measure(int hits, int misses, int falseAlarms, List<String> mistakes) {
    double precision() {
      return (double) hits / (hits + falseAlarms);
    }

    double recall() {
      return (double) hits / (hits + misses);
    }
  }

  static Labelled half(String name) {
    var cases = new ArrayList<Case>();
    List<String> people = List.of();
    try (var in = Objects.requireNonNull(Labelled.class.getResourceAsStream(name + ".tsv"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("# people: ")) {
          people = List.of(line.substring("# people: ".length()).split(", "));
        } else if (!line.startsWith("#")) {
          String[] parts = line.split("\t", 3);
          boolean fine = parts[0].equals("fine");
          cases.add(
              new Case(
                  parts[2], fine ? Set.of() : Set.copyOf(Arrays.asList(parts[1].split("\\|")))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Labelled(name, people, cases);
  }

  /**
   * A hit is a sentence in which one of its rules was found. One that is flagged only for another
   * reason is both missed and a false alarm.
   */
  Measure measure() {
    int hits = 0;
    int misses = 0;
    int alarms = 0;
    var mistakes = new ArrayList<String>();
    for (Case one : cases) {
      List<String> found =
          Blameless.check(one.sentence(), people, Settings.STANDARD).stream()
              .map(finding -> finding.rule().id())
              .toList();
      boolean hit = found.stream().anyMatch(one.rules()::contains);
      if (hit) {
        hits++;
      } else {
        misses += one.rules().isEmpty() ? 0 : 1;
        alarms += found.isEmpty() ? 0 : 1;
        if (!one.rules().isEmpty() || !found.isEmpty()) {
          mistakes.add(one.rules() + " found " + found + ": " + one.sentence());
        }
      }
    }
    return new Measure(hits, misses, alarms, mistakes);
  }
}
