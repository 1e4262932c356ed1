package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.incident.Story.ALICE;
import static io.evenkeel.persistence.incident.Story.BOB;
import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Measuring;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TaskCommand;
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
import java.util.stream.Collectors;
import org.jooq.DSLContext;
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
    assertThat(chain(incident)).isInstanceOf(Verdict.Sound.class);
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
  void whatTheyDidAboutAlertsAndInDrillsIsNobodysAndTheirReasonsAreGone() {
    IncidentNumber drill = Story.declared(test.database(), "A drill", Visibility.PUBLIC);
    Story.say(
        test.database(),
        drill,
        BOB,
        T.plusSeconds(60),
        new Command.Note("DRILL ABORTED: bob's fear. Nothing was perturbed yet.", null));
    test.asSuperuser(
        """
        insert into alert_group (key, source, title, state, opened_at, last_at, decided_by,
            decided_by_name, reason)
          values ('k', 's', 'Errors', 'dismissed', now(), now(), 'U2', 'bob', 'bob''s reason'),
            ('k', 's', 'Errors', 'dismissed', now(), now(), 'U1', 'alice', 'alice''s reason');
        insert into drill_run (incident, name, experiment, begun_by, begun_by_name, started_at, state,
            step, aborted_why)
          values (%1$d, 'n', '{}', 'U2', 'bob', now(), 'aborted', 1, 'bob''s fear');
        insert into drill_step (incident, number, kind, text, announced_at, done_by, done_by_name, remark)
          values (%1$d, 1, 'perturb', 'Pull the plug', now(), 'U2', 'bob', 'bob''s remark');
        insert into runbook_step values (%1$d, 1, 'r', 1, 'h', 't', 'U2', 'bob', now(), 'U1', 'alice');
        insert into maintenance (service, from_at, until_at, reason, planned_by, planned_by_name,
            planned_at, cancelled_by, cancelled_by_name)
          values ('api', now(), now() + interval '1 hour', 'why', 'U1', 'alice', now(), 'U2', 'bob')\
        """
            .formatted(drill.value()));
    erase(BOB.id(), true);

    assertThat(rows("alert_group", "drill_run", "drill_step", "runbook_step", "maintenance"))
        .doesNotContain("bob")
        .contains("U2", "alice", "alice's reason", "Pull the plug", Erasure.GONE);
  }

  @Test
  void whereADrillToldTheirWordsAgainTheyAreGoneToo() {
    IncidentNumber drill = Story.declared(test.database(), "A replay", Visibility.PUBLIC);
    test.database()
        .query(tx -> {
          var incidents = new Incidents(tx);
          for (String text :
              List.of(
                  "REPLAYED from INC-1, T+3m, update by bob: bob's secret words",
                  "REPLAYED from INC-1, T+4m, update by alice: bob's secret is no words of bob")) {
            Incident before = incidents.lock(drill).orElseThrow();
            var told =
                Measuring.decide(
                    before, List.of(text), Measuring.Heard.CHANNEL, new Actor.Evenkeel(), T);
            incidents.record(before, told.next(), told.entries(), new Actor.Evenkeel());
          }
          return 0;
        });
    test.asSuperuser(
        "insert into drill_replay (incident, source, speed, begun_by, begun_by_name, started_at)"
            + " values (%d, %d, 10, 'U1', 'alice', now())"
                .formatted(drill.value(), incident.value()));

    assertThat(erase(BOB.id(), true).incidents()).containsExactly(incident, drill);
    assertThat(rows("timeline_entry"))
        .doesNotContain("bob's secret words")
        .contains("bob's secret is no words of bob");
    assertThat(chain(drill)).isInstanceOf(Verdict.Sound.class);
  }

  @Test
  void whoHasLeftOwesNothingUnderTheirNameAnyMore() {
    say(new TaskCommand.Give(BOB, "look at the disk", null));
    signedIn(BOB);
    erase(BOB.id(), true);
    assertThat(rows("task")).as("bob still works here").contains("bob");

    test.asSuperuser("update person set active = false where id = '" + BOB.id() + "'");
    erase(BOB.id(), true);
    assertThat(rows("task")).doesNotContain("bob").contains(BOB.id().value());
  }

  private String rows(String... tables) {
    return test.database()
        .query(tx ->
            Arrays.stream(tables)
                .map(table ->
                    tx.unwrap(DSLContext.class).fetch("select * from " + table).formatCSV())
                .collect(Collectors.joining("\n")));
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

  private Verdict chain(IncidentNumber of) {
    return test.database().query(tx -> new Timeline(tx).verify(of));
  }

  private String everything() {
    return test.database()
        .query(tx ->
            timeline()
                + new Incidents(tx).find(incident).orElseThrow().toString()
                + new Boards(tx).of(incident));
  }
}
