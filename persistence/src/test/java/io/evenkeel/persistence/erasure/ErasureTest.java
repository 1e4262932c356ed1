package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.incident.Story.ALICE;
import static io.evenkeel.persistence.incident.Story.BOB;
import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.access.ApiToken;
import io.evenkeel.persistence.access.ApiTokens;
import io.evenkeel.persistence.access.Sessions;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Story;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ErasureTest {
  private final TestDatabase test = TestDatabase.fresh();
  private IncidentNumber incident;

  @BeforeEach
  void bobSpoke() {
    incident = Story.declared(test.database(), "API down", Visibility.PUBLIC);
    say(new Command.Update("bob's secret words", null, null, false));
    say(new Command.Note("more of bob's", null));
    say(new Command.BeginClaim("a claim of bob's", false));
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void say(Command.OnIncident command) {
    Story.say(test.database(), incident, BOB, T.plusSeconds(60), command);
  }

  private Erased erase(PersonId person, boolean really) {
    return Database.asOwner(
        test.settings(), tx -> new Erasure(tx).of(person, really, "cli (test)", "asked for it"));
  }

  private List<TimelineEntry> timeline() {
    return test.database().query(tx -> new Timeline(tx).of(incident));
  }

  @Test
  void somebodysWordsAreGoneAndTheChainsStillVerify() {
    int before = timeline().size();
    Erased erased = erase(BOB.id(), true);

    assertThat(erased.entries()).isEqualTo(3);
    assertThat(erased.beside()).isEqualTo(1);
    assertThat(erased.incidents()).containsExactly(incident);
    assertThat(timeline())
        .hasSize(before)
        .allSatisfy(entry ->
            assertThat(entry.text() == null).isEqualTo(entry.actor().toString().contains("bob")));
    assertThat(everything()).doesNotContain("secret", "more of bob", "a claim of bob");
    assertThat(chain()).isInstanceOf(Verdict.Sound.class);
    assertThat(audit())
        .isInstanceOfSatisfying(
            AuditVerdict.Sound.class, sound -> assertThat(sound.count()).isEqualTo(1));
    assertThat(erase(BOB.id(), true).nothing()).isTrue();
  }

  @Test
  void whatIsOnlyCountedStays() {
    assertThat(erase(BOB.id(), false).entries()).isEqualTo(3);

    assertThat(everything()).contains("secret", "more of bob", "a claim of bob");
    assertThat(audit()).isEqualTo(new AuditVerdict.Sound(0, ""));
  }

  @Test
  void othersKeepTheirWords() {
    erase(ALICE.id(), true);

    assertThat(everything()).contains("secret", "more of bob");
  }

  @Test
  void whatLetsThemInGoesWithThem() {
    signedIn(BOB);
    signedIn(ALICE);
    token("bobs", BOB);
    token("alices", ALICE);
    erase(BOB.id(), true);
    assertThat(sessions(BOB)).isZero();
    assertThat(sessions(ALICE)).isOne();
    assertThat(open("bobs")).as("bob still works here").isTrue();

    test.asSuperuser("update person set active = false where id = '" + BOB.id() + "'");
    erase(BOB.id(), true);
    assertThat(open("bobs")).isFalse();
    assertThat(open("alices")).isTrue();
  }

  private void signedIn(Person person) {
    test.database()
        .query(tx -> {
          new People(tx)
              .store(
                  List.of(new Profile(person.id(), person.name(), "", "", "UTC", false, true)), T);
          new Sessions(tx).begin(hash(person.name()), person.id(), T, T.plusSeconds(900));
          return true;
        });
  }

  private int sessions(Person person) {
    return test.database().query(tx -> new Sessions(tx).endOf(person.id()));
  }

  private void token(String name, Person person) {
    var token = new ApiToken(name, List.of("read"), person, T, T.plusSeconds(900), null, null);
    test.database().query(tx -> new ApiTokens(tx).add(token, hash(name), "cli (test)"));
  }

  private boolean open(String name) {
    return test.database()
        .query(tx -> new ApiTokens(tx).find(hash(name)).orElseThrow().revokedAt() == null);
  }

  private static byte[] hash(String of) {
    return Arrays.copyOf(of.getBytes(StandardCharsets.UTF_8), 32);
  }

  @Test
  void oneEntryIsGoneWithItsOtherVersions() {
    TimelineEntry note =
        timeline().stream()
            .filter(entry -> String.valueOf(entry.text()).contains("more of bob"))
            .findFirst()
            .orElseThrow();
    Erased erased =
        Database.asOwner(
            test.settings(),
            tx -> new Erasure(tx).of(incident, note.seq(), true, "cli (test)", ""));

    assertThat(erased.entries()).isEqualTo(1);
    assertThat(everything()).doesNotContain("more of bob").contains("secret");
  }

  @Test
  void theOwnerErasesAndRewritesNothing() {
    for (String statement :
        List.of(
            "update timeline_entry set text = 'other' where seq = 2",
            "update timeline_entry set text = null, salt = null, kind = 'note' where seq = 2",
            "update timeline_entry set text = null where seq = 2",
            "delete from timeline_entry where seq = 2")) {
      assertThatThrownBy(
              () -> test.asSuperuser("begin; set local evenkeel.erasing = 'on'; " + statement))
          .as(statement)
          .hasStackTraceContaining("append-only");
    }
    assertThatThrownBy(() ->
            test.asSuperuser("update timeline_entry set text = null, salt = null where seq = 2"))
        .hasStackTraceContaining("append-only");
  }

  private AuditVerdict audit() {
    return test.database().query(tx -> new Audit(tx).verify());
  }

  private Verdict chain() {
    return test.database().query(tx -> new Timeline(tx).verify(incident));
  }

  private String everything() {
    return test.database()
        .query(tx ->
            timeline()
                + new Incidents(tx).find(incident).orElseThrow().toString()
                + new Boards(tx).of(incident));
  }
}
