package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.incident.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExpiryTest {
  private static final Instant LATER = T.plus(Duration.ofDays(40));
  private static final Answer ANSWER = Answer.unchanged(Prose.of("words of somebody"));

  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void oldAnswersGoAndWhatWasDueKeepsItsKeyWithoutWords() {
    hear("old", T);
    hear("due:task:1", T);
    hear("new", LATER);

    assertThat(forget(expiry -> expiry.answers(LATER.minusSeconds(1), 10))).isEqualTo(2);
    assertThat(forget(expiry -> expiry.answers(LATER.minusSeconds(1), 10))).isZero();
    assertThat(unclaimed("old", "due:task:1", "new")).containsExactly("old");
    assertThat(
            test.database()
                .query(tx -> new Inbox(tx).claim("due:task:1", new byte[] {1}, LATER))
                .orElseThrow()
                .answer()
                .words()
                .toString())
        .doesNotContain("somebody");
  }

  @Test
  void wordsInEffectsGoOnceTheyAreDoneAndTheIncidentIsFinished() {
    IncidentNumber incident = Story.declared(test.database(), "API down", Visibility.PUBLIC);
    test.database()
        .query(tx -> {
          var effects = new Effects(tx);
          effects.enqueue(
              incident, List.of(new Effect.AddBookmark("Secret", "https://x.example.org")), T);
          effects.say(
              new Effect.Say(new Hearer.Somebody(new PersonId("U1")), Prose.of("Secret words")), T);
          return 0;
        });
    assertThat(said()).as("not done yet").isZero();
    test.asSuperuser("update effect set state = 'DONE'");
    assertThat(said()).as("the incident is open: its own stay").isEqualTo(1);
    test.asSuperuser("update incident set status = 'closed'");
    assertThat(said()).isEqualTo(1);
    assertThat(said()).isZero();
  }

  @Test
  void wordingsThatNoTimelineShowsGoWithTheirIncident() {
    IncidentNumber incident = Story.declared(test.database(), "API down", Visibility.PUBLIC);
    test.asSuperuser(
        "insert into captured_message (incident, channel, ts, newest) values ("
            + incident.value()
            + ", 'C1', '1.1', 'secret')");
    assertThat(forget(expiry -> expiry.captured(LATER, 10))).isZero();
    test.asSuperuser("update incident set status = 'closed'");
    assertThat(forget(expiry -> expiry.captured(LATER, 10))).isEqualTo(1);
    assertThat(forget(expiry -> expiry.captured(LATER, 10))).isZero();
  }

  private int said() {
    return forget(expiry -> expiry.said(LATER, 10));
  }

  private int forget(ToIntFunction<Expiry> what) {
    return test.database().query(tx -> what.applyAsInt(new Expiry(tx)));
  }

  private void hear(String key, Instant at) {
    test.database()
        .query(tx -> {
          var inbox = new Inbox(tx);
          inbox.claim(key, new byte[] {1}, at);
          inbox.answer(key, ANSWER);
          return 0;
        });
  }

  private List<String> unclaimed(String... keys) {
    return test.database().query(tx -> List.copyOf(new Inbox(tx).unclaimed(List.of(keys))));
  }
}
