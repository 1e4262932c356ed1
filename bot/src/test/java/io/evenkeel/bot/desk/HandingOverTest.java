package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.persistence.board.Due;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HandingOverTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  private Person commander() {
    return watch.incident(1).commander().orElseThrow().person();
  }

  private List<Due> due() {
    return watch.due();
  }

  @Test
  void whatWasOfferedIsAcceptedByAWord() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "take ic --incident-id INC-1");
    watch.says(ALICE, "handover INC-1 ic @bob");
    assertThat(commander()).isEqualTo(ALICE);
    watch.later(Duration.ofMinutes(9));
    assertThat(due()).isEmpty();
    assertThat(watch.says(BOB, "accept --incident-id INC-1").recorded()).isTrue();
    assertThat(commander()).isEqualTo(BOB);
    watch.later(Duration.ofMinutes(9));
    assertThat(due()).isEmpty();
  }

  @Test
  void whatNobodyAnswersLapsesOnceAndStaysWhereItIs() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "confirm INC-1");
    watch.says(ALICE, "assign INC-1 @bob ic");
    watch.later(Duration.ofMinutes(10));
    Due lapsed = due().getFirst();
    assertThat(watch.desk.due(lapsed, watch.now())).isTrue();
    assertThat(watch.desk.due(lapsed, watch.now())).isFalse();
    assertThat(due()).isEmpty();
    assertThat(watch.timeline(1))
        .last()
        .isEqualTo("No answer from bob within 10 minutes: alice stays incident commander");
    assertThat(words(watch.says(BOB, "accept --incident-id INC-1"))).contains("offer lapsed");
    assertThat(commander()).isEqualTo(ALICE);
  }

  @Test
  void whoIsOfferedARoleOfAPrivateIncidentSeesItAndNobodyElseDoes() {
    watch.says(ALICE, "declare data leak --private");
    watch.says(ALICE, "handover INC-1 ic @bob");
    assertThat(words(watch.says(CHARLIE, "accept --incident-id INC-1")))
        .startsWith("There is no INC-1 that you can see.");
    assertThat(watch.says(BOB, "accept --incident-id INC-1").recorded()).isTrue();
    assertThat(commander()).isEqualTo(BOB);
  }
}
