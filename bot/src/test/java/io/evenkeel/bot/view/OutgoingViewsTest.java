package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Packet;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.Retelling;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Undone;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Slack shows of an incident, word for word in {@code golden/}. */
final class OutgoingViewsTest {
  private static final SeverityScale SCALE = SeverityScale.STANDARD;
  private static final EntriesView.Head HEAD = new EntriesView.Head(9, "0a1b2c3d4e5f60718293");

  private static Message card(Incident incident, Undone... undone) {
    return CardView.of(new Card(incident, Board.EMPTY, List.of(undone)), Roles.STANDARD, SCALE);
  }

  @Test
  void aFreshCardAsksForTheSeverityAndForACommander() {
    GoldenJson.matches("card-fresh", card(Incidents.declared("API service down", null).incident()));
  }

  @Test
  void aCardUnderWayTellsWhoDoesWhatAndWhenTheNextUpdateIsDue() {
    GoldenJson.matches(
        "card-under-way",
        card(
            Incidents.underWay().incident(),
            new Undone("the card's pin", 1, "Slack says too_many_pins.", 0)));
  }

  @Test
  void aResolvedCardOffersThePostmortem() {
    GoldenJson.matches(
        "card-resolved",
        card(Incidents.underWay().say(13, new Command.Resolve("Bigger pool")).incident()));
  }

  @Test
  void theCommanderReadsWhatCouldNotBeDoneAndWhatToDoNext() {
    GoldenJson.matches(
        "undone-notice",
        UndoneView.notice(
            Incidents.underWay().incident(),
            new ChannelId("C1"),
            List.of(
                new Undone("the card's pin", 1, "Slack says missing_scope.", 0),
                new Undone("a post in the channel", 1, "Slack says is_archived. Mend it.", 1),
                new Undone("a post in the channel", 1, "Slack says is_archived. Mend it.", 2),
                new Undone("an invitation", 1, "Slack says user_not_found.", 1))));
  }

  @Test
  void aLongListOfWhatCouldNotBeDoneIsCutAndSaysSo() {
    var undone =
        IntStream.range(0, 100)
            .mapToObj(i -> new Undone("thing " + i, 1, "Slack says no.", 0))
            .toList();
    Incident incident = Incidents.underWay().incident();
    assertThat(UndoneView.notice(incident, null, undone).blocks()).hasSizeLessThan(50);
    assertThat(Markup.in(UndoneView.notice(incident, null, undone)))
        .contains("80 things could not be done in Slack besides.");
    assertThat(
            Markup.in(CardView.of(new Card(incident, Board.EMPTY, undone), Roles.STANDARD, SCALE)))
        .anySatisfy(
            line -> assertThat(line).contains("95 things could not be done in Slack besides."));
  }

  @Test
  void aNewHolderReadsTheDutiesAndWhereThingsStand() {
    Role tech = new Role("tech-lead");
    GoldenJson.matches(
        "duty",
        DutyView.of(
            Incidents.underWay().incident(),
            tech,
            Roles.STANDARD.duty(tech).orElseThrow(),
            new ChannelId("C1")));
    assertThat(DutyView.of(Incidents.declared("x", null).incident(), tech, "", null).text())
        .contains("You are *tech lead* of *INC-42 x*", "No update was posted yet");
  }

  @Test
  void whoeverIsOfferedARoleReadsWhatTheyMustKnowAndFindsTheAnswers() {
    var story =
        Incidents.underWay()
            .say(4, new Command.Note("Ruled out:\nthe *network* <!channel>", null))
            .say(5, new Command.Decide("Promote the replica"))
            .say(6, new RoleCommand.HandOver(Role.INCIDENT_COMMANDER, Incidents.BOB));
    Handover handover = story.board().handovers().getFirst();
    Packet packet = Packet.of(story.board(), story.last(3));
    Prose handed = HandedOver.of(story.incident(), packet, "Decides and delegates.");

    GoldenJson.matches(
        "handover-offer",
        HandoverView.offer(
            story.incident(), handover, Incidents.BOB.id(), handed, new ChannelId("C1")));
    GoldenJson.matches(
        "card-handover",
        CardView.of(new Card(story.incident(), story.board(), List.of()), Roles.STANDARD, SCALE));
    story.say(16, new RoleCommand.Lapse(1));
    Handover over = story.board().handovers().getFirst();
    GoldenJson.matches(
        "handover-lapsed",
        HandoverEnd.of(
            story.incident(), over, Objects.requireNonNull(over.ended()), over.from().id()));
  }

  @Test
  void theAnnouncementNamesTheCommanderAndLinksToTheChannel() {
    GoldenJson.matches(
        "announcement",
        AnnouncementView.of(Incidents.underWay().incident(), SCALE, new ChannelId("C1")));
  }

  @Test
  void theCommanderReadsWhatChangedAndWhoMustBeTold() {
    var story =
        Incidents.underWay().say(5, new Command.ChangeSeverity(new Severity("SEV-2"), "better"));
    GoldenJson.matches(
        "change", ChangeView.of(story.incident(), SCALE, story.last(1), new ChannelId("C1")));
  }

  @Test
  void aMergedIncidentPointsOn() {
    var incident = Incidents.underWay().incident();
    Message message = AnnouncementView.of(incident, SCALE, null);
    assertThat(GoesOnView.under(message, incident, new ChannelId("C2"))).isSameAs(message);
  }

  @Test
  void whatWasNoIncidentIsStruckThroughWhereItWasAnnounced() {
    var story =
        Incidents.underWay().say(5, new Command.Cancel("the probe", CancelledAs.FALSE_ALARM));
    GoldenJson.matches(
        "announcement-cancelled",
        AnnouncementView.of(story.incident(), SCALE, new ChannelId("C1")));
  }

  @Test
  void aRunOfEntriesIsOneMessage() {
    var story = Incidents.underWay();
    GoldenJson.matches(
        "entries-update", EntriesView.of(story.incident(), SCALE, story.last(2), HEAD));
  }

  @Test
  void aNoteAboutThePastSaysWhenItHappened() {
    var story =
        Incidents.underWay()
            .say(20, new Command.Note("pager went off", Incidents.DECLARED.minusSeconds(180)));
    GoldenJson.matches(
        "entries-note", EntriesView.of(story.incident(), SCALE, story.last(1), HEAD));
  }

  @Test
  void aMessageStandsThereAsItsAuthorWroteItWithItsLink() {
    var message =
        new MessageRef(
            new ChannelId("C1"), Incidents.DECLARED.minusSeconds(90).getEpochSecond() + ".000100");
    var eve = new Person(new PersonId("U0EVE"), "<!here> *eve*");
    String words = "<!channel> *down* `<@U1>` ```\nsecond line [image: cpu.png]";
    String link = "https://example.slack.com/archives/C1/p1700000000000100";
    var story =
        Incidents.underWay()
            .retell(5, new Retelling.Captured(new Quote(message, eve, words, link), null));
    story.retell(6, new Retelling.Edited(story.last(1).getFirst(), "*down* since 14:30"));
    story.retell(
        7, new Retelling.Withdrawn(story.last(1).getFirst(), new Actor.Human(eve), message.at()));
    GoldenJson.matches(
        "entries-captured", EntriesView.of(story.incident(), SCALE, story.last(3), HEAD));
  }

  @Test
  void theResolutionCarriesTheHeadOfTheTimeline() {
    var story = Incidents.underWay().say(13, new Command.Resolve("Bigger pool"));
    GoldenJson.matches(
        "entries-resolved", EntriesView.of(story.incident(), SCALE, story.last(1), HEAD));
  }

  @Test
  void theCardLeadsToTheCallAndToWhatIsAtHand() {
    var story =
        Incidents.underWay()
            .say(4, new Command.KeepLink("https://example.org/d?a=1&b=2", "API <b> *graph*"))
            .say(5, new Command.OpenCall(null, "https://meet.example.org/{incident}"));
    GoldenJson.matches(
        "card-links",
        CardView.of(new Card(story.incident(), story.board(), List.of()), Roles.STANDARD, SCALE));
  }

  @Test
  void whoJoinsReadsWhatIsGoingOnWhoLeadsAndWhatIsNext() {
    GoldenJson.matches(
        "greeting", GreetingView.of(Incidents.underWay().incident(), Incidents.BOB.id()));
  }

  @Test
  void whatPeopleAddToTheTopicIsFoundAndKept() {
    Incident incident = Incidents.declared("API down", "SEV-1").incident();
    String ours = Topic.of(incident);
    assertThat(Topic.added(incident, ours, null)).contains("");
    assertThat(Topic.added(incident, ours + " | see <https://x.org|x.org>", null))
        .contains("see x.org");
    assertThat(Topic.added(incident, "SEV-2 · resolved · nobody commands · API down, hi", null))
        .contains(", hi");
    assertThat(Topic.added(incident, "older words of ours | mine", "older words of ours"))
        .contains("mine");
    assertThat(Topic.added(incident, "War room", null)).isEmpty();
    assertThat(Topic.with(ours, "x".repeat(400))).hasSizeLessThanOrEqualTo(250).startsWith(ours);
  }

  @Test
  void theTopicIsOneLineOfPlainText() {
    assertThat(Topic.of(Incidents.declared("API <!channel>\ndown", "SEV-1").incident()))
        .isEqualTo("SEV-1 · investigating · IC alice (acting) · API ‹!channel› down");
    assertThat(Topic.of(Incidents.declared("&".repeat(3000), null).incident()))
        .hasSizeLessThanOrEqualTo(250);
  }

  @Test
  void nothingSomebodyTypedStandsInMarkup() {
    String evil = "<!channel> <@U2> *b* `c` & ";
    var story =
        Incidents.declared(evil.repeat(80), null)
            .say(5, new Command.Update(evil.repeat(100), null, null, false))
            .say(9, new Command.Resolve(evil.repeat(100)));
    Incident incident = story.incident();
    for (Message message :
        List.of(
            card(incident, new Undone(evil.repeat(200), 2, evil.repeat(200), 3)),
            UndoneView.notice(
                incident, null, List.of(new Undone(evil.repeat(200), 2, evil.repeat(200), 3))),
            AnnouncementView.of(incident, SCALE, null),
            DutyView.of(incident, new Role("scribe"), evil, null),
            EntriesView.of(incident, SCALE, story.last(3), HEAD))) {
      assertThat(message.text()).hasSizeLessThanOrEqualTo(4000).doesNotContain("<");
      assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
      assertThat(Markup.in(message))
          .allSatisfy(mrkdwn ->
              assertThat(mrkdwn).hasSizeLessThanOrEqualTo(3000).doesNotContain("<!ch", "<@U2>"));
    }
  }
}
