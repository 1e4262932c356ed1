package io.evenkeel.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Supplier;

/**
 * One thing that somebody tries.
 *
 * @param family what it is one of
 * @param tried in a few words
 * @param by does it; what came back is looked at for what must never be in an answer
 * @param expected the statuses that a refusal has here; 200 where the words of an answer refuse
 */
record Attack(String family, String tried, Supplier<Http.Answer> by, Set<Integer> expected) {

  static Attack of(String family, String tried, int expected, Supplier<Http.Answer> by) {
    return new Attack(family, tried, by, Set.of(expected));
  }

  /** Tries it, and fails unless it was refused, with nothing leaked. */
  void run() {
    Http.Answer answer = by.get();
    assertThat(answer.status()).as("%s: %s%n%s", family, tried, answer.text()).isIn(expected);
    assertThat(answer.text())
        .as("%s: %s", family, tried)
        .doesNotContainIgnoringCase(Site.CANARY)
        .doesNotContain(
            "io.evenkeel.", "\tat ", "org.postgresql", "jooq", "SQLException", Site.OPERATOR)
        .doesNotContainIgnoringCase("jetty");
  }
}
