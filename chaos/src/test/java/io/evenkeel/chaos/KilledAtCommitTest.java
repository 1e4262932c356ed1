package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.rig.Point;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Wire;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 1 and 2: SIGKILL right before and right after the commit, and before anything in Slack. */
@ExtendWith(ShowLogs.class)
final class KilledAtCommitTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Postgres postgres = Postgres.migrated();
  private final Wire wire = Wire.to(postgres);
  private final Office office = new Office(wire.url());

  @BeforeEach
  void ready() {
    office.bot.ready();
  }

  @AfterEach
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
    assertThat(incidents()).isZero();
    assertThat(postgres.number("select count(*) from inbox")).isZero();
    office.bot.startAgain();
    office.bot.ready();
    assertThat(office.client.again(unheard).said()).contains("Declared").contains("INC-1");
    office.holds("1", 1, postgres.url(), "killed before COMMIT");
    assertThat(incidents()).isEqualTo(1);
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
    assertThat(incidents()).isEqualTo(1);
    office.bot.startAgain();
    office.bot.ready();
    assertThat(office.client.again(unheard).said()).contains("Declared").contains("INC-1");
    assertThat(office.say(text).said()).contains("INC-1");
    assertThat(incidents()).isEqualTo(1);
    office.holds("2", 1, postgres.url(), "killed between COMMIT and acknowledgement");
  }

  @Test
  void row2AfterTheAcknowledgementEverythingAppearsWithTheNextStartAndEachOnce() throws Exception {
    office.slack.faults().add(Fault.once("conversations.create", Fault.Kind.HOLD));
    assertThat(office.say(office.marked("declare --severity SEV-1 API service down")).said())
        .contains("INC-1");
    var held = office.slack.faults().awaitHeld("conversations.create", SOON);
    office.bot.kill();
    held.cut();
    assertThat(office.slack.workspace().snapshot().channels())
        .noneMatch(channel -> channel.name().startsWith("inc-"));

    office.bot.startAgain();
    office.bot.ready();
    office.holds("2", 1, postgres.url(), "killed right after the acknowledgement");
    assertThat(office.say(office.marked("update --incident-id INC-1 still looking")).said())
        .contains("recorded");
    office.holds("2", 1, postgres.url(), "and it goes on");
    assertThat(office.slack.workspace().snapshot().channels())
        .filteredOn(channel -> channel.name().startsWith("inc-"))
        .singleElement()
        .satisfies(channel -> assertThat(channel.has(Office.ALICE)).isTrue());
  }

  private int incidents() {
    return postgres.number("select count(*) from incident");
  }
}
