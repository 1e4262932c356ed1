package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RenewedTest {
  private static final String BASE =
      """
      ---
      head: "1"
      ---

      ## Timeline

      <!-- evenkeel:begin timeline -->
      1 of 1 entries has evidence.

      - 14:30 UTC (T+0m): it is slow
      <!-- evenkeel:end timeline -->

      <!-- evenkeel:begin summary -->
      | Mitigated | not yet |
      <!-- evenkeel:end summary -->

      <!-- evenkeel:begin coverage -->
      - made from 1 entries
      <!-- evenkeel:end coverage -->
      """;

  @Test
  void entriesAreCountedAndNotWhatIsSaidAboutThem() {
    String next =
        BASE.replace("1 of 1 entries has", "1 of 2 entries have")
            .replace("slow\n", "slow\n- 14:31 UTC (T+1m): it is \\_down\\_\n")
            .replace("from 1 entries", "from 2 entries");
    Renewal renewal = Renewal.of(BASE, BASE + "\nMine.\n", next);
    assertThat(Renewed.counted(renewal)).contains("1 entry");
    assertThat(Renewed.lines(renewal).toString())
        .contains("14:31 UTC (T+1m): it is _down_")
        .doesNotContain("coverage");
  }

  @Test
  void whereTheTimelineReadsAsBeforePartsAreCounted() {
    Renewal renewal =
        Renewal.of(BASE, BASE + "\nMine.\n", BASE.replace("not yet |", "14:40 UTC |"));
    assertThat(Renewed.counted(renewal)).contains("1 part");
    assertThat(Renewed.lines(renewal).toString()).contains("Mitigated · 14:40 UTC");
  }

  @Test
  void bookkeepingAloneIsNoNews() {
    Renewal renewal =
        Renewal.of(
            BASE, BASE + "\nMine.\n", BASE.replace("from 1", "from 9").replace("\"1\"", "2"));
    assertThat(Renewed.counted(renewal)).isEmpty();
    assertThat(Renewed.lines(renewal).toString()).contains("nothing that a reader sees");
  }
}
