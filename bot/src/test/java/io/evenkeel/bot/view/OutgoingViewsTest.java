package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Slack shows of an incident, word for word in {@code golden/}. */
final class OutgoingViewsTest {
  private static final SeverityScale SCALE = SeverityScale.STANDARD;
  private static final EntriesView.Head HEAD = new EntriesView.Head(9, "0a1b2c3d4e5f60718293");

  private static Message card(Incident incident, String... parked) {
    return CardView.of(incident, Roles.STANDARD, SCALE, List.of(parked));
  }

  @Test
  void aFreshCardAsksForTheSeverityAndForACommander() {
    GoldenJson.matches("card-fresh", card(Incidents.declared("API service down", null).incident()));
  }

  @Test
  void aCardUnderWayTellsWhoDoesWhatAndWhenTheNextUpdateIsDue() {
    GoldenJson.matches(
        "card-under-way",
        card(Incidents.underWay().incident(), "pin card. Slack says too_many_pins."));
  }

  @Test
  void aResolvedCardOffersThePostmortem() {
    GoldenJson.matches(
        "card-resolved",
        card(Incidents.underWay().say(13, new Command.Resolve("Bigger pool")).incident()));
  }

  @Test
  void theAnnouncementNamesTheCommanderAndLinksToTheChannel() {
    GoldenJson.matches(
        "announcement",
        AnnouncementView.of(Incidents.underWay().incident(), SCALE, new ChannelId("C1")));
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
  void theResolutionCarriesTheHeadOfTheTimeline() {
    var story = Incidents.underWay().say(13, new Command.Resolve("Bigger pool"));
    GoldenJson.matches(
        "entries-resolved", EntriesView.of(story.incident(), SCALE, story.last(1), HEAD));
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
            card(incident, evil.repeat(200)),
            AnnouncementView.of(incident, SCALE, null),
            EntriesView.of(incident, SCALE, story.last(3), HEAD))) {
      assertThat(message.text()).hasSizeLessThanOrEqualTo(4000).doesNotContain("<");
      assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
      assertThat(Markup.in(message))
          .allSatisfy(mrkdwn ->
              assertThat(mrkdwn).hasSizeLessThanOrEqualTo(3000).doesNotContain("<!ch", "<@U2>"));
    }
  }
}
