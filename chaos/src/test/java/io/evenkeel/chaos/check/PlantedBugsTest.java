package io.evenkeel.chaos.check;

import static io.evenkeel.chaos.check.House.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Finding.What;
import io.evenkeel.sandbox.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each promise is broken once, by planting what a bug would do: the checker names it. */
final class PlantedBugsTest {
  @TempDir private static Path folder;

  private static House house;
  private static int incidents;

  /** What stays broken from one test to the next. */
  private static final List<Finding> known = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    house = new House(folder);
  }

  @AfterAll
  static void close() throws Exception {
    house.close();
  }

  @Test
  void aRelayThatSkipsTheLookAndSendsAgainIsCaught() {
    int incident = declared();
    house.settled();
    neverSweep();
    house.slack.faults().add(Fault.once("chat.postMessage", Fault.Kind.DROP_APPLIED));
    house.say("decision --incident-id INC-" + incident + " Fail over m-skip");
    eventually(
        "the post is in doubt and sent again without a look",
        () ->
            house.sql(
                    "with again as (update effect set state = 'READY', due_at = '-infinity'"
                        + " where state = 'UNKNOWN' returning stream)"
                        + " update effect_stream set due_at = clock_timestamp()"
                        + " where id in (select stream from again)")
                == 1);
    assertThat(found())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.DUPLICATED);
          assertThat(finding.words()).contains("INC-" + incident + "/channel", "is seen 2 times");
        });
  }

  @Test
  void anAcknowledgementBeforeTheCommitIsCaught() {
    int incident = declared();
    house.say("note --incident-id INC-" + incident + " Gone m-gone");
    house.settled();
    house.sql("delete from inbox where received_at = (select max(received_at) from inbox)");
    assertThat(found())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.LOST);
          assertThat(finding.words()).contains("m-gone", "was acknowledged", "not in the inbox");
        });
  }

  @Test
  void aCommandWithoutItsEntryIsCaught() {
    int incident = declared();
    house.say("note --incident-id INC-" + incident + " Halfway m-half");
    house.settled();
    house.sql(
        "begin; set local session_replication_role = replica;"
            + " delete from timeline_entry where text like '%m-half%'; commit");
    assertThat(found()).extracting(Finding::what).containsExactlyInAnyOrder(What.LOST, What.CHAIN);
  }

  @Test
  void aLaterPostThatOvertakesIsCaught() {
    int incident = declared();
    house.settled();
    house.slack.faults().add(Fault.once("chat.postMessage", Fault.Kind.ERROR));
    house.say("decision --incident-id INC-" + incident + " First m-first");
    eventually(
        "the first is put aside",
        () -> house.sql("update effect set state = 'PARKED' where state = 'UNKNOWN'") == 1);
    house.say("decision --incident-id INC-" + incident + " Second m-second");
    house.settled();
    house.sql("update effect set state = 'READY' where state = 'PARKED'");
    house.sql("update effect_stream set due_at = clock_timestamp() where incident = " + incident);
    // What was taken up again behind the bot's back stays on the card as not done.
    assertThat(found())
        .filteredOn(finding -> !finding.words().startsWith("the card"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.DISORDERED);
          assertThat(finding.words()).contains("INC-" + incident + "/channel");
        });
  }

  @Test
  void aTimelineThatWasTamperedWithIsCaught() {
    int incident = declared();
    house.say("note --incident-id INC-" + incident + " The truth m-truth");
    house.settled();
    house.sql(
        "begin; set local session_replication_role = replica;"
            + " update timeline_entry set occurred_at = occurred_at - interval '1 hour'"
            + " where text like '%m-truth%'; commit");
    assertThat(found())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.CHAIN);
          assertThat(finding.words()).contains("INC-" + incident + " entry 3");
        });
  }

  @Test
  void aPostThatIsDoneAndNotSeenIsCaught() {
    int incident = declared();
    house.say("decision --incident-id INC-" + incident + " Seen by nobody m-unseen");
    house.settled();
    var messages = house.slack.workspace().messages();
    for (var channel : house.slack.workspace().snapshot().channels()) {
      messages.in(channel.id()).stream()
          .filter(message -> message.text().contains("m-unseen"))
          .forEach(message -> messages.delete(channel.id(), message));
    }
    assertThat(found())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.LOST);
          assertThat(finding.words()).contains("INC-" + incident + "/channel", "not seen in Slack");
        });
  }

  @Test
  void aNotRecordedThatIsRecordedIsCaught() {
    int incident = declared();
    var told = house.send("note --incident-id INC-" + incident + " Still here m-untrue");
    house.ledger.add(
        new Ledger.Sent(
            told.trigger(),
            told.user(),
            told.channel(),
            told.text(),
            told.at(),
            200,
            "NOT recorded: the database does not answer.",
            Duration.ZERO));
    assertThat(found())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).isEqualTo(What.UNTRUE);
          assertThat(finding.words()).contains("m-untrue", "is in the inbox");
        });
  }

  @Test
  void aCardThatShowsAnOldStateIsCaught() {
    int incident = declared();
    house.say("update --incident-id INC-" + incident + " Nearly there m-old");
    house.settled();
    house.sql("update incident set update_text = 'Newer' where number = " + incident);
    assertThat(found())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.words()).contains("newest state"));
  }

  /** The sweeper would take the copy away. */
  private static void neverSweep() {
    house.sql(
        """
        create function never_sweep() returns trigger language plpgsql as $$
        begin
          new.sweep_at = null;
          return new;
        end $$;
        create trigger never_sweep before update on effect_stream
          for each row execute function never_sweep()
        """);
  }

  private static int declared() {
    house.say("declare --new Something broke m-declared" + ++incidents);
    return house.number("select max(number) from incident");
  }

  /** What a check finds that no earlier test has planted. */
  private static List<Finding> found() {
    List<Finding> all = house.settled().findings();
    var fresh = new ArrayList<>(all);
    fresh.removeAll(known);
    known.addAll(fresh);
    return fresh;
  }
}
