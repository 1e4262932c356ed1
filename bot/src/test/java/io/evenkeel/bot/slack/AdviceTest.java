package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.blameless.Level;
import io.evenkeel.blameless.Rule;
import io.evenkeel.blameless.Settings;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  private static final Answer SAVED =
      Answer.recorded(new IncidentNumber(1), Prose.of("It is revision 2."));

  private final Advice advice = new Advice(Settings.STANDARD, () -> List.of("Alice", "alice"));

  @Test
  void whatJudgesSomebodyIsAskedDifferently() {
    assertThat(words("Alice failed to check the pool."))
        .contains("It is revision 2.", "Advice, for you alone", "“Alice failed to check")
        .contains("?");
  }

  @Test
  void whatJudgesNobodyIsAnsweredAsItWas() {
    assertThat(advice.on("The service failed to start. Checks were red.", SAVED)).isEqualTo(SAVED);
  }

  @Test
  void atMostFiveAreToldAndTheRestIsCounted() {
    String many =
        "The engineers should have checked. Alice was careless. Obviously it broke. ".repeat(3);
    assertThat(words(many).split("\n• ", -1)).hasSize(6);
    assertThat(words(many)).contains("more: ");
  }

  @Test
  void whoWantsToHearNothingHearsNothing() {
    var off =
        new Settings(
            Arrays.stream(Rule.values()).collect(Collectors.toMap(rule -> rule, _ -> Level.OFF)),
            List.of());
    assertThat(new Advice(off, List::of).on("Alice failed to check.", SAVED)).isEqualTo(SAVED);
  }

  @Test
  void adviceWithoutTheNamesIsStillGiven() {
    var away =
        new Advice(
            Settings.STANDARD,
            () -> {
              throw new Unavailable("away", null, false);
            });
    assertThat(away.on("The engineer should have checked.", SAVED).words().toString())
        .contains("for you alone");
  }

  private String words(String written) {
    return advice.on(written, SAVED).words().toString();
  }
}
