package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Topic;
import io.evenkeel.incident.Visibility;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people outside the channel are told: what they asked for, once, in order, and calmly. */
final class SubscribersTest {
  private static final Person CHARLIE = new Person(new PersonId("U0CHARLIE"), "charlie");
  private static final Topic SEV_1 = new Topic.OfSeverity(new Severity("SEV-1"));
  private static final Topic SEV_2 = new Topic.OfSeverity(new Severity("SEV-2"));

  private final Bed bed = new Bed();

  @AfterEach
  void close() {
    bed.close();
  }

  private Answer subscribe(Person person, boolean on, Topic topic) {
    var key = new InboxKey(UUID.randomUUID().toString(), "subscribe");
    var said = new Utterance.Subscription(on, topic, false);
    return bed.desk.handle(key, said, new Actor.Human(person), null, Bed.now());
  }

  private void say(IncidentNumber incident, Command.OnIncident command) {
    bed.say(incident, command);
    bed.workUntil(bed::settled);
  }

  private static Command.Update update(String text) {
    return new Command.Update(text, null, null, false);
  }

  private static String shown(Message message) {
    return message.text() + message.blocks();
  }

  @Test
  void oneMessageForAnIncidentAndWhatFollowsInItsThreadInOrder() {
    subscribe(Bed.BOB, true, SEV_1);
    IncidentNumber incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    say(incident, update("The pool is exhausted"));
    say(incident, new Command.Update("Only for us", null, null, true));
    say(incident, new Command.ChangeStatus(Status.IDENTIFIED, null));
    say(incident, new Command.Note("nobody outside reads this", null));
    say(incident, new Command.Resolve("Enlarged the pool"));

    List<Message> told = bed.told(Bed.BOB);
    assertThat(told).hasSize(4);
    Message first = told.getFirst();
    assertThat(first.threadTs()).isIn(null, first.ts());
    assertThat(shown(first))
        .contains("INC-1 API service down", "Declared SEV-1", "subscribed to SEV-1")
        .contains("unsubscribe --severity");
    assertThat(told.stream().skip(1))
        .allSatisfy(reply -> assertThat(reply.threadTs()).isEqualTo(first.ts()))
        .satisfiesExactly(
            reply -> assertThat(shown(reply)).contains("The pool is exhausted"),
            reply -> assertThat(shown(reply)).contains("identified"),
            reply -> assertThat(shown(reply)).contains("Enlarged the pool"));
    assertThat(bed.told(Bed.ALICE)).as("who said it has read it").isEmpty();
    assertThat(bed.told(CHARLIE)).isEmpty();
  }

  @Test
  void aSeverityMeansThatAndWorseAndWhoWasToldOnceIsToldToTheEnd() {
    subscribe(Bed.BOB, true, SEV_2);
    subscribe(CHARLIE, true, SEV_1);
    IncidentNumber incident = bed.declare("API service down", Visibility.PUBLIC, "SEV-3");
    bed.workUntil(bed::settled);
    assertThat(bed.told(Bed.BOB)).isEmpty();
    say(incident, new Command.ChangeSeverity(new Severity("SEV-1"), null));
    say(incident, new Command.ChangeSeverity(new Severity("SEV-4"), "only the probe"));
    say(incident, new Command.Cancel("the probe was wrong", CancelledAs.FALSE_ALARM));

    assertThat(bed.told(Bed.BOB)).hasSize(3);
    assertThat(bed.told(CHARLIE)).hasSize(3);
    assertThat(shown(bed.told(CHARLIE).getLast())).contains("the probe was wrong");
  }

  @Test
  void whoStopsGetsNothingMoreAlsoOfWhatIsOnItsWay() {
    var service = new Topic.OfService("API");
    subscribe(Bed.BOB, true, service);
    IncidentNumber incident = declare(Mode.LIVE, Visibility.PUBLIC, "api");
    bed.workUntil(bed::settled);
    assertThat(bed.told(Bed.BOB)).hasSize(1);
    bed.sql("update effect_stream set lease_until = 'infinity' where id = 'INC-1/subscribers'");
    bed.say(incident, update("one"));
    bed.work();
    assertThat(subscribe(Bed.BOB, false, service).recorded()).isTrue();
    bed.sql("update effect_stream set lease_until = '-infinity' where id = 'INC-1/subscribers'");
    bed.workUntil(bed::settled);
    assertThat(bed.told(Bed.BOB)).hasSize(1);
  }

  @Test
  void ofAPrivateIncidentNobodyOutsideIsToldOrEvenAnswered() {
    subscribe(Bed.BOB, true, SEV_1);
    IncidentNumber secret = bed.declare("Payroll leak", Visibility.PRIVATE, "SEV-1");
    say(secret, update("The bucket is closed"));
    assertThat(bed.told(Bed.BOB)).isEmpty();
    Answer about = subscribe(Bed.BOB, true, new Topic.OfIncident(secret));
    Answer aboutNothing = subscribe(Bed.BOB, true, new Topic.OfIncident(new IncidentNumber(7)));
    assertThat(about.recorded()).isFalse();
    assertThat(about.toString().replace("INC-1", "INC-7").replace("value=1", "value=7"))
        .isEqualTo(aboutNothing.toString());
  }

  @Test
  void whoWasInAPrivateIncidentAndLeftIsToldNothingMore() {
    IncidentNumber secret = bed.declare("Payroll leak", Visibility.PRIVATE, "SEV-1");
    bed.workUntil(bed::settled);
    bed.sql(
        "insert into incident_member (incident, person, joined_at, present)"
            + " values (1, 'U0BOB', now(), true)");
    subscribe(Bed.BOB, true, new Topic.OfIncident(secret));
    say(secret, update("one"));
    assertThat(bed.told(Bed.BOB)).hasSize(1);
    bed.sql("update incident_member set present = false where person = 'U0BOB'");
    say(secret, update("two"));
    assertThat(bed.told(Bed.BOB)).hasSize(1);
  }

  @Test
  void aDrillGoesOnlyToThoseWhoSubscribedThatVeryOne() {
    subscribe(Bed.BOB, true, SEV_1);
    IncidentNumber drill = declare(Mode.DRILL, Visibility.PUBLIC, "api");
    subscribe(CHARLIE, true, new Topic.OfIncident(drill));
    say(drill, update("the game master unplugs a rack"));
    assertThat(bed.told(Bed.BOB)).isEmpty();
    assertThat(bed.told(CHARLIE)).hasSize(1);
  }

  @Test
  void whoIsInTheChannelIsNotToldOfWhatTheyReadThereUnlessTheyAskedForIt() {
    subscribe(Bed.BOB, true, SEV_1);
    IncidentNumber incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    bed.sql(
        "insert into incident_member (incident, person, joined_at, present)"
            + " values (1, 'U0BOB', now(), true)");
    say(incident, update("one"));
    assertThat(bed.told(Bed.BOB)).hasSize(1);
    subscribe(Bed.BOB, true, new Topic.OfIncident(incident));
    say(incident, update("two"));
    assertThat(bed.told(Bed.BOB)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "ERROR_APPLIED", "DROP", "DROP_APPLIED", "RATELIMITED"})
  void whateverSlackDoesEachIsSeenOnceAndInOrder(Kind kind) {
    IncidentNumber incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    subscribe(Bed.BOB, true, new Topic.OfIncident(incident));
    bed.workUntil(bed::settled);
    bed.sql(
        "insert into effect_stream (id, incident, due_at, lease_until)"
            + " values ('INC-1/subscribers', 1, 'infinity', 'infinity')");
    bed.say(incident, update("one"));
    bed.say(incident, update("two"));
    bed.work();
    bed.sandbox.faults().add(Fault.once("chat.postMessage", kind));
    bed.sql("update effect_stream set lease_until = '-infinity' where id = 'INC-1/subscribers'");
    bed.workUntil(bed::settled);

    List<Message> told = bed.told(Bed.BOB);
    assertThat(told)
        .satisfiesExactly(
            one -> assertThat(shown(one)).contains("one"),
            two -> assertThat(shown(two)).contains("two"));
    assertThat(told.getLast().threadTs()).isEqualTo(told.getFirst().ts());
  }

  @Test
  void anEditedUpdateReadsSoEverywhereAndPingsNobody() {
    subscribe(Bed.BOB, true, SEV_1);
    IncidentNumber incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    say(incident, update("DB is bakc"));
    int told = bed.told(Bed.BOB).size();
    int posts = bed.posts("inc-1-api-service-down").size();

    say(incident, new Command.EditUpdate("DB is back"));
    say(incident, new Command.EditUpdate("DB is back for good"));

    assertThat(bed.told(Bed.BOB)).hasSize(told);
    assertThat(shown(bed.told(Bed.BOB).getLast())).contains("DB is back for good", "(edited ");
    assertThat(bed.posts("inc-1-api-service-down")).hasSize(posts);
    assertThat(shown(bed.posts("inc-1-api-service-down").getLast()))
        .contains("DB is back for good", "(edited ", "say:edit");
    assertThat(bed.posts("incidents"))
        .satisfiesExactly(
            announcement -> assertThat(shown(announcement)).contains("DB is back for good"),
            reply -> assertThat(shown(reply)).contains("DB is back for good", "(edited "));
    assertThat(bed.posts("incidents").toString()).doesNotContain("bakc");
  }

  @Test
  void anEditBeforeThePostIsOutReadsSoFromTheBeginningOrRightAfter() {
    IncidentNumber incident = bed.declare("API service down");
    bed.say(incident, update("DB is bakc"));
    bed.say(incident, new Command.EditUpdate("DB is back"));
    bed.workUntil(bed::settled);

    assertThat(shown(bed.posts("inc-1-api-service-down").getLast())).contains("DB is back\"");
  }

  @Test
  void whoIsToldIsSetDownOnceHoweverOftenItIsFoundOut() {
    IncidentNumber incident = bed.declare("API service down");
    bed.workUntil(bed::settled);
    subscribe(Bed.BOB, true, new Topic.OfIncident(incident));
    say(incident, update("one"));
    bed.sql(
        "update effect set state = 'READY' where kind = 'inform' and stream = 'INC-1/channel';"
            + "update effect_stream set due_at = now() where id = 'INC-1/channel'");
    bed.workUntil(bed::settled);
    assertThat(bed.told(Bed.BOB)).hasSize(1);
  }

  private IncidentNumber declare(Mode mode, Visibility visibility, String service) {
    var command =
        new Command.Declare(
            "API service down",
            new Severity("SEV-1"),
            List.of(service),
            null,
            null,
            visibility,
            mode,
            true,
            null);
    var key = new InboxKey(UUID.randomUUID().toString(), command.toString());
    Answer answer =
        bed.desk.handle(
            key, new Utterance.Declaration(command), new Actor.Human(Bed.ALICE), null, Bed.now());
    assertThat(answer.recorded()).as(Verb.DECLARE.word()).isTrue();
    return new IncidentNumber(1);
  }
}
