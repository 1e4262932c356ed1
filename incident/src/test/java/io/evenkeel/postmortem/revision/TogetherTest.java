package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final String BASE = "# PM\n\n## Impact\n\none\ntwo\n\n## Lessons\n\nthree\n";

  @Test
  void editsOfDifferentSectionsAreBothThere() {
    String earlier = BASE.replace("one", "ONE");
    String later = BASE.replace("three", "THREE");

    assertThat(Together.of(BASE, earlier, later))
        .isEqualTo(new Together.Merged(earlier.replace("three", "THREE")));
  }

  @Test
  void additionsInTheSamePlaceBothStay() {
    String earlier = BASE.replace("two\n", "two\nbob was here\n");
    String later = BASE.replace("two\n", "two\nalice was here\n");

    assertThat(Together.of(BASE, earlier, later))
        .isEqualTo(
            new Together.Merged(BASE.replace("two\n", "two\nbob was here\nalice was here\n")));
  }

  @Test
  void differentEditsOfTheSameLineAreNobodysToDecide() {
    assertThat(Together.of(BASE, BASE.replace("one", "1"), BASE.replace("one", "a")))
        .isEqualTo(new Together.Clash("Impact"));
  }

  @Test
  void theSameEditCountsOnceAndNoEditIsNone() {
    String edited = BASE.replace("one", "1");

    assertThat(Together.of(BASE, edited, edited)).isEqualTo(new Together.Merged(edited));
    assertThat(Together.of(BASE, BASE, edited)).isEqualTo(new Together.Merged(edited));
    assertThat(Together.of(BASE, edited, BASE)).isEqualTo(new Together.Merged(edited));
  }

  @Test
  void aLineThatOneOfThemAddedIsNeverLost() {
    var random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      List<String> base = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        base.add("line " + random.nextInt(6) + "\n");
      }
      List<String> one = edited(base, "one", random);
      List<String> other = edited(base, "other", random);
      Together merged =
          Together.of(String.join("", base), String.join("", one), String.join("", other));

      if (merged instanceof Together.Merged(String text)) {
        List<String> lines = Lines.of(text);
        assertThat(one.stream().filter(line -> line.startsWith("one"))).allMatch(lines::contains);
        assertThat(other.stream().filter(line -> line.startsWith("other")))
            .allMatch(lines::contains);
      }
    }
  }

  private static List<String> edited(List<String> base, String who, Random random) {
    var lines = new ArrayList<>(base);
    for (int i = 0; i < 3; i++) {
      if (random.nextBoolean()) {
        lines.add(random.nextInt(lines.size() + 1), who + " " + i + "\n");
      } else {
        lines.remove(random.nextInt(lines.size()));
      }
    }
    return lines;
  }
}
