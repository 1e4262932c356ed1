package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.ALICE;
import static io.evenkeel.grammar.World.BOB;
import static io.evenkeel.grammar.World.CHARLIE;
import static io.evenkeel.grammar.World.SAM_ONE;
import static io.evenkeel.grammar.World.SAM_TWO;
import static io.evenkeel.grammar.World.offered;
import static io.evenkeel.grammar.World.order;
import static io.evenkeel.grammar.World.ordered;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.PlainProse;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.RoleCommand.Assignment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignTest {
  private static final Role TECH = new Role("tech-lead");
  private static final Role COMMS = new Role("communications-lead");
  private static final Role SCRIBE = new Role("scribe");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assign @alice tech lead, @bob comms, @charlie scribe",
        "assign <@U1|alice> tech lead, <@U2> comms, <@U3|x> scribe",
        "assign <@U1> tech lead <@U2> comms <@U3> scribe",
        "assign alice tech lead, bob comms, charlie scribe",
        "assign tech lead: @alice, comms: @bob, scribe: @charlie",
        "assign tech-lead: <@U1>, comms: <@U2> scribe: <@U3>",
        "assign tech lead @alice\ncomms @bob\nscribe @charlie",
        "assign @alice as tech lead and @bob as comms and @charlie to scribe",
        "assign me tech lead; @bob Comms; CHARLIE SCRIBE",
        "role me = tl, @bob = communications, charlie = scribe",
        "Assign  @Alice  technical_lead ,  @Bob  COMMS,@charlie scribe"
      })
  void severalInOneLine(String text) {
    assertThat(ordered(text))
        .isEqualTo(
            new RoleCommand.Assign(
                List.of(
                    new Assignment(TECH, ALICE),
                    new Assignment(COMMS, BOB),
                    new Assignment(SCRIBE, CHARLIE)),
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assign me ic",
        "assign ic @alice",
        "assign ic: @alice",
        "assign alice as the incident commander",
        "assign --role incident-commander --user alice",
        "assign --user @alice --role ic",
        "assign --user <@U1|alice> --role=ic",
        "assign --role incident commander --user me",
        "assign --role ic alice",
        "assign --user alice ic"
      })
  void oneRole(String text) {
    assertThat(ordered(text))
        .isEqualTo(
            new RoleCommand.Assign(List.of(new Assignment(Role.INCIDENT_COMMANDER, ALICE)), null));
  }

  @Test
  void theTrainingFormsWorkWordForWord() {
    assertThat(ordered("assign --role communications --user bob"))
        .isEqualTo(new RoleCommand.Assign(List.of(new Assignment(COMMS, BOB)), null));
    assertThat(ordered("assign --role technical-lead --user charlie"))
        .isEqualTo(new RoleCommand.Assign(List.of(new Assignment(TECH, CHARLIE)), null));
  }

  @Test
  void aNameOfTwoWordsIsFound() {
    var bob = new RoleCommand.Assign(List.of(new Assignment(COMMS, BOB)), null);
    assertThat(ordered("assign Bob Builder comms")).isEqualTo(bob);
    assertThat(ordered("assign @Bob Builder comms")).isEqualTo(bob);
    assertThat(ordered("assign \"Bob Builder\" comms")).isEqualTo(bob);
    assertThat(ordered("assign --user Bob Builder --role comms")).isEqualTo(bob);
  }

  @Test
  void aMentionedIdIsTrustedAlsoWhenTheDirectoryDoesNotKnowIt() {
    assertThat(ordered("assign <@U9|zoe> scribe"))
        .isEqualTo(
            new RoleCommand.Assign(
                List.of(new Assignment(SCRIBE, new Person(new PersonId("U9"), "zoe"))), null));
    assertThat(ordered("assign <@W9> scribe"))
        .isEqualTo(
            new RoleCommand.Assign(
                List.of(new Assignment(SCRIBE, new Person(new PersonId("W9"), "W9"))), null));
  }

  @Test
  void takingOverNeedsAReason() {
    assertThat(ordered("assign @bob ic --force no answer for 5 minutes"))
        .isEqualTo(
            new RoleCommand.Assign(
                List.of(new Assignment(Role.INCIDENT_COMMANDER, BOB)), "no answer for 5 minutes"));
    assertThat(words("assign @bob ic --force")).contains("what follows --force is missing");
    assertThat(words("assign @bob ic --force \"\"")).contains("--force");
  }

  @Test
  void theIncidentMayComeFirst() {
    assertThat(order("assign INC-12 @alice ic").target()).isEqualTo(new IncidentNumber(12));
    assertThat(order("assign @alice ic --incident-id 12").target())
        .isEqualTo(new IncidentNumber(12));
  }

  @Test
  void twoPeopleOfThatNameAreAskedFor() {
    assertThat(words("assign sam comms")).contains("2 people called “sam”").contains("Which one?");
    assertThat(offered("assign sam comms"))
        .extracting(command -> ((RoleCommand.Assign) ordered(command)).assignments().getFirst())
        .containsExactly(new Assignment(COMMS, SAM_ONE), new Assignment(COMMS, SAM_TWO));
    assertThat(offered("assign --role comms --user sam")).hasSize(2);
  }

  @Test
  void anUnknownPersonGetsTheNearestNames() {
    assertThat(words("assign alcie comms")).contains("anybody called “alcie”");
    assertThat(offered("assign alcie comms")).containsExactly("assign <@U1> comms");
    assertThat(offered("assign --role comms --user charly"))
        .containsExactly("assign --role comms --user <@U3>");
    assertThat(words("assign zzzzz comms")).contains("pick the person from Slack's list");
  }

  @Test
  void anUnknownRoleNamesTheRolesAndOffersTheNearest() {
    assertThat(words("assign @alice comander"))
        .contains("incident commander, tech lead, communications lead, scribe");
    assertThat(offered("assign @alice comander"))
        .containsExactly("assign @alice incident-commander");
    assertThat(offered("assign @alice --role zebra")).hasSize(4);
  }

  @Test
  void aMissingHalfIsAskedFor() {
    assertThat(words("assign @alice")).contains("which role for @alice?");
    assertThat(offered("assign @alice")).hasSize(4);
    assertThat(words("assign ic")).contains("who takes ic?");
    assertThat(offered("assign ic")).containsExactly("assign me ic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assign @alice ic, @bob ic",
        "assign <!subteam^S1|@oncall> ic",
        "assign @alice @bob",
        "assign @alice ic and some more words",
        "assign --role ic --user alice tomorrow",
        "assign --role ic --role comms --user alice"
      })
  void nothingIsDoneByHalves(String text) {
    assertThat(World.misunderstood(text).recorded()).isFalse();
  }

  @Test
  void aRoleIsTakenBackByItsName() {
    assertThat(ordered("unassign scribe")).isEqualTo(new RoleCommand.Unassign(SCRIBE));
    assertThat(ordered("unassign Tech Lead")).isEqualTo(new RoleCommand.Unassign(TECH));
    assertThat(ordered("unassign --role comms")).isEqualTo(new RoleCommand.Unassign(COMMS));
    assertThat(order("unassign INC-3 comms").target()).isEqualTo(new IncidentNumber(3));
    assertThat(offered("unassign @bob comms")).containsExactly("unassign communications-lead");
    assertThat(offered("unassign scrib")).containsExactly("unassign scribe");
    assertThat(offered("unassign")).hasSize(4);
  }

  @Test
  void aRoleIsTakenByItsName() {
    assertThat(ordered("take ic")).isEqualTo(new RoleCommand.Take(Role.INCIDENT_COMMANDER));
    assertThat(ordered("take command")).isEqualTo(new RoleCommand.Take(Role.INCIDENT_COMMANDER));
    assertThat(ordered("take Tech Lead")).isEqualTo(new RoleCommand.Take(TECH));
    assertThat(ordered("take --role comms")).isEqualTo(new RoleCommand.Take(COMMS));
    assertThat(order("take \"scribe\" --incident-id INC-3").target())
        .isEqualTo(new IncidentNumber(3));
    assertThat(offered("take @bob comms")).containsExactly("take communications-lead");
    assertThat(offered("take scrib")).containsExactly("take scribe");
    assertThat(offered("take")).hasSize(4);
    assertThat(words("take")).contains("Nothing was changed: which role?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handover tech lead @bob",
        "handover @bob tech lead",
        "handoff tl to bob",
        "handover --role tech-lead --user bob",
        "handover <@U2|bob> \"tech-lead\""
      })
  void aRoleIsHandedOver(String text) {
    assertThat(ordered(text)).isEqualTo(new RoleCommand.HandOver(TECH, BOB));
  }

  @Test
  void aHandoverIsOfOneRoleToOnePerson() {
    assertThat(words("handover")).contains("/incident handover role @user");
    assertThat(words("handover @alice ic, @bob comms")).contains("one role at a time");
    assertThat(offered("handover ic")).containsExactly("handover me ic");
    assertThat(words("handover ic")).contains("/incident handover @alice tech lead");
    assertThat(offered("handover --user bob")).contains("handover --user bob --role scribe");
  }

  @Test
  void anOfferIsAnsweredWithOrWithoutItsRole() {
    assertThat(ordered("accept")).isEqualTo(new RoleCommand.Accept(null));
    assertThat(ordered("accept tech lead")).isEqualTo(new RoleCommand.Accept(TECH));
    assertThat(order("decline \"scribe\" --incident-id INC-3").command())
        .isEqualTo(new RoleCommand.Decline(SCRIBE));
    assertThat(ordered("keep ic")).isEqualTo(new RoleCommand.Decline(Role.INCIDENT_COMMANDER));
    assertThat(order("accept INC-3").target()).isEqualTo(new IncidentNumber(3));
    assertThat(offered("accept scrib")).containsExactly("accept scribe");
  }

  @Test
  void withNothingToActOnAFormOpens() {
    assertThat(World.say("assign INC-3"))
        .isInstanceOfSatisfying(
            Utterance.Form.class,
            form -> {
              assertThat(form.verb()).isEqualTo(Verb.ASSIGN);
              assertThat(form.target()).isEqualTo(new IncidentNumber(3));
              assertThat(PlainProse.of(form.otherwise().words()))
                  .contains("/incident assign @user role");
            });
    assertThat(words("assign --force x")).contains("/incident assign @user role");
  }

  @Test
  void theActingCommanderIsConfirmed() {
    assertThat(ordered("confirm")).isEqualTo(new RoleCommand.Confirm());
    assertThat(order("confirm INC-3").target()).isEqualTo(new IncidentNumber(3));
    assertThat(words("confirm alice")).contains("alice");
  }
}
