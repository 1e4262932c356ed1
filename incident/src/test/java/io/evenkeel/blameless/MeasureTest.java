package io.evenkeel.blameless;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How good the rules are. The measuring half was written before there was any rule; only its totals
 * are looked at. Both halves and the rules are of one hand, so strangers' sentences fare worse: of
 * thirty written to get past the rules half were missed at first (they end the working half). The
 * working half tells its mistakes, to be worked on.
 */
class MeasureTest {

  @Test
  void theWorkingHalfIsMostlyRight() {
    Labelled.Measure measure = print(Labelled.half("working"));
    measure.mistakes().forEach(System.out::println);
    assertTrue(measure.precision() >= 0.95 && measure.recall() >= 0.9, measure::toString);
  }

  @Test
  void onSentencesNobodyTunedForNineteenOfTwentyFindingsAreRightAndMostBlameIsFound() {
    Labelled.Measure measure = print(Labelled.half("measuring"));
    assertTrue(measure.precision() >= 0.95, () -> "precision " + measure.precision());
    assertTrue(measure.recall() >= 0.85, () -> "recall " + measure.recall());
  }

  @Test
  void thereAreMoreThanFourHundredSentencesAndNoneStandsInBothHalves() {
    Set<String> seen = new HashSet<>();
    for (String half : new String[] {"working", "measuring"}) {
      for (Labelled.Case one : Labelled.half(half).cases()) {
        assertTrue(seen.add(one.sentence()), one.sentence());
      }
    }
    assertTrue(seen.size() >= 400, () -> "only " + seen.size());
  }

  private static Labelled.Measure print(Labelled half) {
    Labelled.Measure measure = half.measure();
    System.out.printf(
        Locale.ROOT,
        "blameless, %s half: %d sentences, precision %.3f, recall %.3f (%d found, %d missed, %d"
            + " false)%n",
        half.half(),
        half.cases().size(),
        measure.precision(),
        measure.recall(),
        measure.hits(),
        measure.misses(),
        measure.falseAlarms());
    return measure;
  }
}
