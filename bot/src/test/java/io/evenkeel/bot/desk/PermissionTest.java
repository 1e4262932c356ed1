package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.people.UserGroups;
import io.evenkeel.policy.Allowed;
import io.evenkeel.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what: by place, role, group and time, and never against a commander who is gone. */
final class PermissionTest {

  @Test
  void whatSteersIsForThoseInTheChannelAndTheRefusalLetsThemIn() {
    try (var watch = new Watch()) {
      ChannelId channel = commanded(watch);
      Answer refused = watch.says(BOB, "severity SEV-1 --incident-id INC-1");
      assertThat(words(refused))
          .contains("Nothing was changed on INC-1 API down", "whoever is in its channel");
      assertThat(refused.offers()).extracting(Offer::command).containsExactly("join INC-1");

      assertThat(watch.says(CHARLIE, "severity SEV-1", channel).recorded()).isTrue();
      assertThat(watch.presses(BOB, refused, "Join INC-1").recorded()).isTrue();
      assertThat(watch.says(BOB, "resolve --incident-id INC-1").recorded()).isTrue();
    }
  }

  @Test
  void whatOnlyAddsIsForAnyone() {
    try (var watch = new Watch()) {
      commanded(watch);
      assertThat(watch.says(BOB, "note INC-1: pool full --incident-id INC-1").recorded()).isTrue();
    }
  }

  @Test
  void whoeverIsInItCancelsForAQuarterOfAnHourThenItsCommander() {
    try (var watch = new Watch()) {
      ChannelId channel = commanded(watch);
      watch.later(Duration.ofMinutes(16));
      watch.says(ALICE, "note still here", channel);
      Answer refused = watch.says(BOB, "cancel false alarm", channel);
      assertThat(words(refused))
          .contains("in its first 15 minutes", "the incident commander (@alice)", "Ask one of");
      assertThat(watch.says(ALICE, "cancel false alarm", channel).recorded()).isTrue();
    }
  }

  @Test
  void nobodyIsHeldUpWhileTheCommanderIsActingOrSilent() {
    try (var watch = new Watch()) {
      watch.says(ALICE, "declare API down");
      watch.later(Duration.ofHours(1));
      assertThat(watch.says(BOB, "severity SEV-1 --incident-id INC-1").recorded()).isTrue();
      watch.says(ALICE, "assign me ic", watch.open(1));
      assertThat(watch.says(BOB, "severity SEV-2 --incident-id INC-1").recorded()).isFalse();
      watch.later(Duration.ofMinutes(16));
      assertThat(watch.says(BOB, "cancel it was none --incident-id INC-1").recorded()).isTrue();
      assertThat(watch.incident(1).status()).isEqualTo(Status.CANCELLED);
    }
  }

  @Test
  void aUserGroupMayWhatItIsNamedFor() {
    var policy =
        new Policy(
            Map.of(
                Verb.RESOLVE,
                List.of(
                    new Allowed.Holder(Role.INCIDENT_COMMANDER), new Allowed.Group("sre-leads"))),
            Duration.ofMinutes(15));
    try (var watch = new Watch(policy)) {
      ChannelId channel = commanded(watch);
      assertThat(words(watch.says(CHARLIE, "resolve", channel)))
          .contains("the incident commander (@alice) and the group @sre-leads");
      watch.query(tx -> {
        new UserGroups(tx).store("SRE-leads", List.of(CHARLIE.id(), CHARLIE.id()));
        return true;
      });
      assertThat(watch.says(BOB, "resolve", channel).recorded()).isFalse();
      assertThat(watch.says(CHARLIE, "resolve", channel).recorded()).isTrue();
    }
  }

  @Test
  void whoMayDeclareIsToldToWhoMayNot() {
    var policy =
        new Policy(
            Map.of(Verb.DECLARE, List.of(new Allowed.Group("on-call"))), Duration.ofMinutes(15));
    try (var watch = new Watch(policy)) {
      assertThat(words(watch.says(BOB, "declare API down")))
          .contains("Nothing was declared", "@on-call");
      assertThat(watch.incidents()).isEmpty();
    }
  }

  /** Alice commands an incident whose channel is C1. */
  private static ChannelId commanded(Watch watch) {
    watch.says(ALICE, "declare API down");
    ChannelId channel = watch.open(1);
    watch.says(ALICE, "assign me ic", channel);
    return channel;
  }
}
