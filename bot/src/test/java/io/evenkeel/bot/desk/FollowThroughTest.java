package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.persistence.incident.FollowThrough;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Action items are followed across incidents, and met again when the service breaks again. */
final class FollowThroughTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  private List<String> followed(boolean mine, boolean open, Person reader, int limit, int offset) {
    return watch
        .database
        .query(tx -> new FollowThrough(tx).of(mine, open, reader.id(), limit, offset))
        .stream()
        .map(one -> one.incident() + " #" + one.item().number() + " " + one.title())
        .toList();
  }

  private void left() {
    watch.says(ALICE, "declare checkout slow --service Checkout");
    watch.says(ALICE, "action @bob alert on pool size by 2026-12-01 --incident-id INC-1");
    watch.says(ALICE, "action @charlie enlarge the pool by 2026-11-25 --incident-id INC-1");
    watch.later(Duration.ofMinutes(30));
    watch.says(ALICE, "declare data leak --private --service checkout");
    watch.says(ALICE, "action rotate the keys --incident-id INC-2");
    watch.later(Duration.ofMinutes(30));
  }

  @Test
  void whatIsDueFirstComesFirstAndAPrivateIncidentsItemsAreSeenByItsOwnPeopleAlone() {
    left();
    assertThat(followed(false, true, ALICE, 10, 0))
        .containsExactly("INC-1 #2 checkout slow", "INC-1 #1 checkout slow", "INC-2 #1 data leak");
    assertThat(followed(false, true, BOB, 10, 0))
        .containsExactly("INC-1 #2 checkout slow", "INC-1 #1 checkout slow");
    assertThat(followed(true, true, BOB, 10, 0)).containsExactly("INC-1 #1 checkout slow");
    assertThat(followed(false, true, ALICE, 1, 1)).containsExactly("INC-1 #1 checkout slow");
  }

  @Test
  void aClosedOneKeepsTheLinkToWhatWasDone() {
    left();
    watch.says(BOB, "action done 1 https://git.example.org/pool/7 --incident-id INC-1");
    assertThat(followed(false, true, BOB, 10, 0)).containsExactly("INC-1 #2 checkout slow");
    assertThat(followed(false, false, BOB, 10, 0)).last().isEqualTo("INC-1 #1 checkout slow");
    assertThat(watch.latest(1).source()).isEqualTo("https://git.example.org/pool/7");
  }

  @Test
  void whoeverDeclaresTheNextOnTheSameServiceReadsWhatIsStillOpen() {
    left();
    assertThat(words(watch.says(CHARLIE, "declare paying fails --service checkout")))
        .contains("Still open from earlier on checkout: INC-1 #2 enlarge the pool (charlie)")
        .contains("INC-1 #1 alert on pool size (bob)")
        .doesNotContain("INC-2", "keys");
    assertThat(words(watch.says(ALICE, "declare basket is empty --service checkout")))
        .contains("INC-2 #1 rotate the keys (nobody yet)");
    assertThat(words(watch.says(CHARLIE, "declare search is slow --service search")))
        .doesNotContain("Still open");
  }
}
