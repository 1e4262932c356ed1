package io.evenkeel.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.UpdatePromise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PromisesTest {
  private final Played story = new Played("14:32", "14:30");

  @Test
  void aPromiseIsKeptInTheMinuteItWasMadeFor() {
    story
        .then("14:40", promising("we look", 30))
        .then("15:10", promising("we still look", 30))
        .then("15:41", promising("we found it", 20))
        .then("15:50", new Command.Resolve(null));
    Promises promises = story.draft().promises();
    assertThat(promises.made())
        .extracting(Promises.Promise::kept)
        .containsExactly(true, false, true);
    assertThat(promises.kept()).isEqualTo(2);
    assertThat(promises.due()).isEqualTo(3);
  }

  @Test
  void whatStillRunsHasNoOutcomeYet() {
    story.then("14:40", promising("we look", 30));
    Promises promises = story.draft().promises();
    assertThat(promises.due()).isZero();
    assertThat(promises.made()).singleElement().extracting(Promises.Promise::came).isNull();
  }

  @Test
  void whoeverPromisesNothingBreaksNothing() {
    story
        .then("14:40", new Command.Update("we look", null, null, false))
        .then("18:40", new Command.Update("we found it", null, null, false));
    assertThat(story.draft().promises()).isEqualTo(Promises.NONE);
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    story
        .then("14:40", new Command.Update("we look", null, null, false))
        .promised(new UpdatePromise(2, null));
    assertThat(story.draft().promises()).isEqualTo(new Promises(List.of(), 1));
  }

  private static Command.OnIncident promising(String text, int minutes) {
    return new Command.Update(text, null, Duration.ofMinutes(minutes), false);
  }
}
