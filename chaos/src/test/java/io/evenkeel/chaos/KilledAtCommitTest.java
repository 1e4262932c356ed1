package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.rig.Point;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Wire;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rows 1 and 2: SIGKILL right before and right after the commit, and before anything in Slack. The
 * bot that one row ends with is the one that the next row kills.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(Lifecycle.PER_CLASS)
final class KilledAtCommitTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Postgres postgres = Postgres.migrated();
  private final Wire wire = Wire.to(postgres);
  private final Office office = new Office(wire.url());
  private int earlier;
  private int keptEarlier;
  private String next = "";

  @BeforeEach
  void ready() {
    office.bot.ready();
    office.nextRow();
    earlier = incidents();
    keptEarlier = kept();
    next = "INC-" + (earlier + 1);
  }

  @AfterAll
  void close() {
    office.close();
    wire.close();
    postgres.close();
  }

  @Test
  void row1BeforeTheCommitThereIsNoAcknowledgementAndNoRow() {
    var text = office.marked("declare --severity SEV-1 API service down");
    var stop = wire.stopAt(Point.commitOf(text.substring(text.length() - 3)));
    var saying = office.saying(text);
    stop.await(SOON);
    office.bot.kill();
    stop.cut();

    var unheard = saying.join();
    assertThat(unheard.status()).isZero();
    assertThat(incidents()).isEqualTo(earlier);
    assertThat(kept()).isEqualTo(keptEarlier);
    office.bot.startAgain();
    office.bot.ready();
    assertThat(office.client.again(unheard).said()).contains("Declared").contains(next);
    office.holds("1", 1, postgres.url(), "killed before COMMIT");
    assertThat(incidents()).isEqualTo(earlier + 1);
  }

  @Test
  void row2BetweenCommitAndAcknowledgementThereIsOneIncidentHoweverItIsSaidAgain() {
    var text = office.marked("declare --severity SEV-1 API service down");
    var stop = wire.stopAt(Point.answerToCommitOf(text.substring(text.length() - 3)));
    var saying = office.saying(text);
    stop.await(SOON);
    office.bot.kill();
    stop.cut();

    var unheard = saying.join();
    assertThat(unheard.status()).isZero();
    assertThat(incidents()).isEqualTo(earlier + 1);
    office.bot.startAgain();
    office.bot.ready();
    assertThat(office.client.again(unheard).said()).contains("Declared").contains(next);
    assertThat(office.say(text).said()).contains(next);
    assertThat(incidents()).isEqualTo(earlier + 1);
    office.holds("2", 1, postgres.url(), "killed between COMMIT and acknowledgement");
  }

  @Test
  void row2AfterTheAcknowledgementEverythingAppearsWithTheNextStartAndEachOnce() throws Exception {
    office.slack.faults().add(Fault.once("conversations.create", Fault.Kind.HOLD));
    assertThat(office.say(office.marked("declare --severity SEV-1 API service down")).said())
        .contains(next);
    var held = office.slack.faults().awaitHeld("conversations.create", SOON);
    office.bot.kill();
    held.cut();
    assertThat(office.slack.workspace().snapshot().channels())
        .noneMatch(channel -> channel.name().startsWith(next.toLowerCase(Locale.ROOT) + "-"));

    office.bot.startAgain();
    office.bot.ready();
    office.holds("2", 1, postgres.url(), "killed right after the acknowledgement");
    assertThat(office.say(office.marked("update --incident-id " + next + " still looking")).said())
        .contains("recorded");
    office.holds("2", 1, postgres.url(), "and it goes on");
    assertThat(office.slack.workspace().snapshot().channels())
        .filteredOn(channel -> channel.name().startsWith(next.toLowerCase(Locale.ROOT) + "-"))
        .singleElement()
        .satisfies(channel -> assertThat(channel.has(Office.ALICE)).isTrue());
  }

  private int incidents() {
    return postgres.number("select count(*) from incident");
  }

  /** All that was ever kept, but for what Slack told of earlier rows' channels, and timers did. */
  private int kept() {
    return postgres.number(
        "select count(*) from inbox where key not like 'event:%' and key not like 'due:%'");
  }
}
