package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Rule;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import io.evenkeel.response.When;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Declaring summons people: at a real desk, in one transaction. */
final class RespondingTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void declaringASev1PagesCommanderAndCommsAndSaysSo() {
    Answer answer = says(desk(standard()), ALICE, "declare sev1 API down");

    assertThat(Watch.words(answer)).contains("Page 1", "@bob", "Page 2", "@charlie");
    assertThat(watch.timeline(1)).contains("commander is paged", "comms is paged");
    assertThat(pages())
        .extracting(page -> page.calls().getFirst().person())
        .containsExactly(BOB, CHARLIE);
  }

  @Test
  void aSev2PagesTheCommanderAndWhatBecomesWorseTheRest() {
    Desk desk = desk(standard());
    says(desk, ALICE, "declare sev2 API down");
    assertThat(pages()).hasSize(1);

    Answer worse = says(desk, ALICE, "severity sev1 --incident-id INC-1");
    assertThat(pages()).hasSize(2);
    assertThat(Watch.words(worse)).contains("@charlie");
  }

  @Test
  void aSev3AndADrillPageNobody() {
    Desk desk = desk(standard());
    says(desk, ALICE, "declare sev3 API slow");
    says(desk, ALICE, "declare sev1 Practice --drill");

    assertThat(pages()).isEmpty();
    assertThat(watch.timeline(2)).noneMatch(text -> text.contains("paged"));
  }

  @Test
  void aRuleBringsPeopleInGivesAChecklistAndSaysSoElsewhere() {
    var rule =
        new Rule(
            "money",
            Set.of(Trigger.DECLARED),
            When.ALWAYS,
            List.of(
                new Deed.Invite("@bob"),
                new Deed.Checklist(List.of("tell support")),
                new Deed.Announce("status")));
    Answer answer = says(desk(new Rules(List.of(rule))), ALICE, "declare sev4 Checkout slow");

    assertThat(Watch.words(answer)).contains("bob is brought in", "checklist: 1 task");
    assertThat(watch.query(tx -> new Boards(tx).of(new IncidentNumber(1))).tasks())
        .extracting(task -> task.assignee() + " " + task.text())
        .containsExactly(ALICE + " tell support");
    assertThat(watch.timeline(1)).contains("Rule: bob is brought in");
  }

  @Test
  void whatEvenkeelDeclaresPagesTheSameAndWaitsForThemToAcknowledge() {
    desk(standard());
    var down =
        new Command.Declare(
            "API down",
            new Severity("SEV-1"),
            List.of("api"),
            null,
            null,
            Visibility.PUBLIC,
            Mode.LIVE,
            true,
            null);
    Answer answer =
        watch.query(tx ->
            Declaring.handle(tx, house(standard()), down, null, new Actor.Evenkeel(), watch.now()));

    assertThat(Watch.words(answer)).contains("Nobody commands it yet.", "@bob", "@charlie");
    assertThat(pages())
        .extracting(page -> page.calls().getFirst().person())
        .containsExactly(BOB, CHARLIE);
    assertThat(watch.incident(1).declaredBy()).isEqualTo(Person.EVENKEEL);
    assertThat(watch.incident(1).milestones().at(Milestone.ACKNOWLEDGED)).isEmpty();

    watch.says(BOB, "take ic --incident-id INC-1");
    assertThat(watch.incident(1).milestones().at(Milestone.ACKNOWLEDGED)).contains(watch.now());
    assertThat(watch.incident(1).responsible()).contains(BOB);
  }

  private static Rules standard() {
    return Rules.standard(List.of("SEV-1", "SEV-2", "SEV-3", "SEV-4"));
  }

  private List<Page> pages() {
    return watch.query(tx -> new Boards(tx).of(new IncidentNumber(1))).pages();
  }

  /** Bob is the commander's policy, charlie that of comms. */
  private Desk desk(Rules rules) {
    watch.knows(ALICE, BOB, CHARLIE);
    return new Desk(watch.database, house(rules), () -> {});
  }

  private static House house(Rules rules) {
    return new House(
        SeverityScale.STANDARD,
        Policy.STANDARD,
        Finishing.STANDARD,
        draft -> "",
        Schedules.NONE,
        new Escalations(List.of(alone("commander", BOB), alone("comms", CHARLIE))),
        rules,
        Cadences.STANDARD,
        Watched.NOTHING);
  }

  private static Escalation alone(String name, Person person) {
    return new Escalation(name, List.of(Step.of(new Whom.User(person.id().value()))), 0, List.of());
  }

  private Answer says(Desk desk, Person who, String text) {
    return desk.handle(Watch.key(), watch.act(who, text), new Actor.Human(who), null, watch.now());
  }
}
