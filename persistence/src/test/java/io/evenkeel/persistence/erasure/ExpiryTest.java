package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.generated.Tables.ALERT;
import static io.evenkeel.persistence.generated.Tables.ALERT_GROUP;
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
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

  @Test
  void alertsGoOnceTheyAreOldSettledAndEvidenceOfNothingAndTheirGroupsGoAsAWhole() {
    IncidentNumber incident = Story.declared(test.database(), "API down", Visibility.PUBLIC);
    group("evidence", "" + incident.value());
    group("old", "null");
    group("half", "null");
    alert("of an incident", "evidence", T, true);
    alert("first of an old group", "old", T, true);
    alert("second of an old group, fires", "old", T, false);
    alert("old, of a group with news", "half", T, true);
    alert("news of the group", "half", LATER, true);
    alert("alone", null, T, true);
    alert("alone and new", null, LATER, true);
    alert("not looked at yet", null, T, true);
    alert("alone and heard of again", null, T, false);
    alert("quiet for now", null, T, false);
    test.asSuperuser("update alert set quiet_for = 'api' where name = 'quiet for now'");
    test.asSuperuser(
        "update alert set group_key = 'k', taken = null where name like 'not looked%'");
    test.asSuperuser("update alert set heard_at = '" + LATER + "' where name like '%again'");

    assertThat(alerts(1)).as("one alone and one of a group").isEqualTo(2);
    assertThat(alerts(10)).as("the other one and their group").isEqualTo(2);
    assertThat(alerts(10)).isZero();
    assertThat(names())
        .containsExactlyInAnyOrder(
            "of an incident",
            "old, of a group with news",
            "news of the group",
            "alone and new",
            "alone and heard of again",
            "quiet for now",
            "not looked at yet");
    assertThat(groups()).containsExactlyInAnyOrder("evidence", "half");
  }

  private int alerts(int most) {
    return forget(expiry -> expiry.alerts(LATER, most));
  }

  private void group(String key, String incident) {
    test.asSuperuser(
        "insert into alert_group (key, source, title, state, incident, opened_at, last_at) values"
            + " ('%s', 's', 't', 'dismissed', %s, '%s', '%s')".formatted(key, incident, T, T));
  }

  private void alert(String name, @Nullable String group, Instant at, boolean over) {
    test.asSuperuser(
        """
        insert into alert (source, fingerprint, starts_at, state, over, taken, told_at, name, labels,
          annotations, in_group, received_at)
        values ('s', '%s', '%s', 'any', %s, %s, '%s', '%s', '{}', '{}',
          (select number from alert_group where key = '%s'), '%s')\
        """
            .formatted(name, T, over, over, T, name, group, at));
  }

  private List<String> names() {
    return test.database()
        .query(tx -> tx.unwrap(DSLContext.class).select(ALERT.NAME).from(ALERT).fetch(ALERT.NAME));
  }

  private List<String> groups() {
    return test.database()
        .query(tx ->
            tx.unwrap(DSLContext.class)
                .select(ALERT_GROUP.KEY)
                .from(ALERT_GROUP)
                .fetch(ALERT_GROUP.KEY));
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
