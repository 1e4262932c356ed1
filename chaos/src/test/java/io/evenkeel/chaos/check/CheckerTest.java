package io.evenkeel.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that works gives no findings; what was done is told. */
final class CheckerTest {
  private House house;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    house = new House(folder);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void anIncidentThatIsRunToItsEndGivesNoFindings() {
    house.say("declare API service down m-1 --severity SEV-1");
    house.say("assign INC-1 @bob tech lead");
    house.say("update INC-1 Looking at the pool m-2 --status identified");
    house.say("note --incident-id INC-1 Restarted &lt;the&gt; primary &amp; waited m-3");
    house.say("decision --incident-id INC-1 We roll back m-4");
    house.say("severity INC-1 SEV-2 only writes m-5");
    house.say("note --incident-id INC-9 there is no such incident m-6");
    house.say("resolve INC-1 More connections m-7");
    house.say("postmortem INC-1");
    Report report = house.settled();
    assertThat(report.findings()).isEmpty();
    assertThat(report.acknowledged()).isEqualTo(8);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.recorded()).isEqualTo(8);
    assertThat(report.seen()).isGreaterThan(8);
    assertThat(report.toString()).endsWith("lost 0 duplicated 0");
  }
}
