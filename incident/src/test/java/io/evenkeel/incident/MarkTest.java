package io.evenkeel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkTest {
  private static final PersonId ALICE = new PersonId("U0ALICE");
  private static final PersonId BOB = new PersonId("U0BOB");

  private static Mark mark(Mark.Kind kind, PersonId by, boolean present, int second) {
    return new Mark(kind, by, present, Instant.ofEpochSecond(second));
  }

  @Test
  void aMessageIsWantedWhileAnyMarkIsLeft() {
    assertThat(Mark.wanted(List.of())).isFalse();
    assertThat(
            Mark.wanted(
                List.of(
                    mark(Mark.Kind.REACTION, ALICE, false, 3),
                    mark(Mark.Kind.REACTION, BOB, true, 2))))
        .isTrue();
    assertThat(
            Mark.wanted(
                List.of(
                    mark(Mark.Kind.REACTION, ALICE, false, 3), mark(Mark.Kind.PIN, BOB, false, 4))))
        .isFalse();
  }

  @Test
  void whatWasAskedForInWordsStaysUntilALaterMarkIsTakenAway() {
    Mark asked = mark(Mark.Kind.ASKED, ALICE, true, 5);
    assertThat(Mark.wanted(List.of(asked))).isTrue();
    assertThat(Mark.wanted(List.of(mark(Mark.Kind.PIN, BOB, false, 4), asked))).isTrue();
    assertThat(Mark.wanted(List.of(asked, mark(Mark.Kind.PIN, BOB, false, 6)))).isFalse();
  }

  @Test
  void aPinIsEverybodysAndAReactionIsOnesOwn() {
    assertThat(mark(Mark.Kind.PIN, ALICE, true, 1).owner())
        .isEqualTo(mark(Mark.Kind.PIN, BOB, false, 2).owner());
    assertThat(mark(Mark.Kind.REACTION, ALICE, true, 1).owner())
        .isNotEqualTo(mark(Mark.Kind.REACTION, BOB, true, 1).owner());
  }
}
