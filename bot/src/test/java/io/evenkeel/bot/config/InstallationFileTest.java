package io.evenkeel.bot.config;

import static io.evenkeel.bot.config.SettingsTest.faults;
import static io.evenkeel.bot.config.SettingsTest.ready;
import static io.evenkeel.bot.config.SettingsTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.blameless.Level;
import io.evenkeel.blameless.Rule;
import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Severity;
import io.evenkeel.policy.Allowed;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadence;
import io.evenkeel.reminder.Cadences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallationFileTest {
  @TempDir Path directory;

  @Test
  void anInstallationHasItsOwnWordsAndRates() throws IOException {
    Installation read =
        ready(
                file(
                    """
                    severities:
                      assumed: minor
                      levels:
                        - name: major
                          word: bad
                          meaning: people cannot work
                          aliases: [big, P1]
                        - name: minor
                          word: small
                          meaning: people are annoyed
                    roles:
                      - name: incident-commander
                        aliases: [ic]
                        duty: Decides.
                    channels:
                      announcement: "#outages"
                    schedule:
                      look_every: 500ms
                    delivery:
                      poll: 30ms
                      at_once: 4
                      lease: 3s
                      call: 1s
                      settle: 3s
                      back_off: 100ms
                      longest_back_off: 6s
                      probe: 3s
                      closing: 2s
                      posts_per_second: 10
                      posts_burst: 30
                      burst: 50
                      other_per_minute: 500
                      per_minute:
                        chat.update: 500
                    """))
            .installation();

    assertThat(read.severities().find("BIG")).contains(new Severity("major"));
    assertThat(read.severities().assumed()).isEqualTo(new Severity("minor"));
    assertThat(read.roles().find("ic")).contains(Role.INCIDENT_COMMANDER);
    assertThat(read.roles().entries()).hasSize(1);
    assertThat(read.announcementChannel()).isEqualTo("outages");
    assertThat(read.lookEvery()).isEqualTo(Duration.ofMillis(500));
    assertThat(read.delivery())
        .isEqualTo(
            new Installation.Delivery(
                Duration.ofMillis(30),
                4,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                Duration.ofSeconds(6),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                new Installation.Pace(10, 30, 50, 500, Map.of("chat.update", 500))));
  }

  @Test
  void whatTheFileLeavesOutStaysStandard() throws IOException {
    assertThat(ready(file("")).installation()).isEqualTo(Installation.STANDARD);
    assertThat(ready(file("channels: {announcement: ops}\n")).installation())
        .isEqualTo(
            new Installation(
                Installation.STANDARD.severities(),
                Installation.STANDARD.roles(),
                "ops",
                null,
                Installation.STANDARD.lookEvery(),
                "pushpin",
                Installation.STANDARD.policy(),
                Duration.ofDays(7),
                Installation.STANDARD.finishing(),
                Installation.Postmortem.STANDARD,
                Installation.STANDARD.delivery(),
                Installation.STANDARD.blameless(),
                Installation.STANDARD.oncall(),
                Installation.STANDARD.calendars(),
                Paging.NONE,
                Installation.STANDARD.rules(),
                Installation.STANDARD.reminders(),
                Reach.EVERYWHERE,
                Installation.Retention.STANDARD,
                Signals.NONE));
    assertThat(ready(file("schedule: {archive_after_days: 30}\n")).installation().archiveAfter())
        .isEqualTo(Duration.ofDays(30));
    assertThat(
            ready(file("call_url: https://meet.example.org/{incident}\n")).installation().callUrl())
        .isEqualTo("https://meet.example.org/{incident}");
    assertThat(ready(file("capture: {emoji: ':memo:'}\n")).installation().captureEmoji())
        .isEqualTo("memo");
  }

  @Test
  void theLinterIsAsLoudAsItIsSetAndPassesWhatIsAllowed() throws IOException {
    var linter =
        ready(
                file(
                    """
                    blameless:
                      levels: {hindsight: off, human-error: error}
                      allow: [operator error budget]
                    """))
            .installation()
            .blameless();
    assertThat(linter.levels())
        .containsExactly(
            Map.entry(Rule.HUMAN_ERROR, Level.ERROR), Map.entry(Rule.HINDSIGHT, Level.OFF));
    assertThat(linter.allowed()).containsExactly("operator error budget");
    assertThat(faults(file("blameless: {levels: {hindsigt: off, who-why: loud}, alow: []}\n")))
        .hasSize(3);
  }

  @Test
  void ofWhichIncidentsSomebodyFinishesThePostmortemIsSaidBySeverity() throws IOException {
    Finishing finishing =
        ready(file("finishing: {owner: [SEV-1], offer: [SEV-2, SEV-3], due_days: 10}\n"))
            .installation()
            .finishing();

    assertThat(finishing.of(new Severity("SEV-1"))).isEqualTo(Finishing.Asks.OWNER);
    assertThat(finishing.of(new Severity("SEV-2"))).isEqualTo(Finishing.Asks.OFFER);
    assertThat(finishing.of(new Severity("SEV-4"))).isEqualTo(Finishing.Asks.NOTHING);
    assertThat(finishing.days()).isEqualTo(10);
  }

  @Test
  void eachSeverityMayHaveATemplateForItsPostmortem() throws IOException {
    assertThat(
            ready(
                    file(
                        """
                        postmortem:
                          template: pagerduty
                          by_severity: {sev1: howie, SEV-4: lightweight}
                        """))
                .installation()
                .postmortem()
                .templates())
        .containsOnly(
            Map.entry("", "pagerduty"),
            Map.entry("SEV-1", "howie"),
            Map.entry("SEV-4", "lightweight"));
    assertThat(ready(file("postmortem: {private_files: true}\n")).installation().postmortem())
        .isEqualTo(new Installation.Postmortem(Map.of(), true, false));
    assertThat(ready(file("postmortem: {names: true}\n")).installation().postmortem().names())
        .isTrue();
    assertThat(faults(file("postmortem: {private_files: perhaps}\n"))).hasSize(1);
    assertThat(faults(file("postmortem: {by_severity: {SEV-9: howie, SEV-1: ../x}}\n"))).hasSize(2);
  }

  @Test
  void whoMayDoWhatIsSaidForVerbsAndForGroupsOfVerbs() throws IOException {
    Policy policy =
        ready(
                file(
                    """
                    policy:
                      silent_after: 10m
                      who:
                        end: [incident-commander, "@SRE-Leads"]
                        cancel: [channel for 5m, ic]
                        update: anyone
                    """))
            .installation()
            .policy();
    assertThat(policy.silence()).isEqualTo(Duration.ofMinutes(10));
    assertThat(policy.handles()).containsExactly("sre-leads");
    assertThat(policy.of(Verb.RESOLVE))
        .containsExactly(
            new Allowed.Holder(Role.INCIDENT_COMMANDER), new Allowed.Group("sre-leads"));
    assertThat(policy.of(Verb.CANCEL))
        .containsExactly(
            new Allowed.InChannel(Duration.ofMinutes(5)),
            new Allowed.Holder(Role.INCIDENT_COMMANDER));
    assertThat(policy.of(Verb.UPDATE)).containsExactly(new Allowed.Anyone());
    assertThat(policy.of(Verb.SEVERITY)).containsExactly(new Allowed.InChannel(null));
  }

  @Test
  void whoMayDoWhatIsNotGuessed() throws IOException {
    assertThat(
            faults(
                file(
                    """
                    policy:
                      who:
                        resolv: anyone
                        resolve: [nobody-here]
                        declare: channel
                    """)))
        .extracting(Fault::toString)
        .anyMatch(fault -> fault.contains("resolv") && fault.contains("neither a verb"))
        .anyMatch(fault -> fault.contains("nobody-here"))
        .anyMatch(fault -> fault.contains("declare") && fault.contains("write groups"));
  }

  @Test
  void everyFaultInTheFileIsToldWithItsPlace() throws IOException {
    assertThat(
            faults(
                file(
                    """
                    severitys: {}
                    channels:
                      anouncement: incidents
                      announcement: "Not A Channel"
                    severities:
                      assumed: SEV-9
                      levels:
                        - {name: SEV-1, word: critical, aliases: [p0]}
                        - {name: P0, word: high, meaning: bad}
                    roles:
                      - {name: Scribe, duty: writes}
                    delivery:
                      poll: soon
                      at_once: 0
                      lease: 5s
                      call: 3s
                      settle: 11m
                      back_off: 2m
                      closing: 1m
                      posts_per_second: 0
                      per_minute: {chat.update: fast, chat.postMessage: 5, update: 5}
                    """)))
        .extracting(Fault::toString)
        .containsExactlyInAnyOrder(
            "EVENKEEL_CONFIG (severitys) is unknown. Known here: severities, roles, channels,"
                + " call_url, policy, capture, schedule, finishing, postmortem, delivery,"
                + " blameless, oncall, calendars, paging, rules, reminders, outgoing, retention,"
                + " experiments, prometheus, budgets, alerts, services, runbooks, slos.",
            "EVENKEEL_CONFIG (channels → anouncement) is unknown. Known here: announcement.",
            "EVENKEEL_CONFIG (channels → announcement) is \"Not A Channel\". Write a channel's name"
                + " such as incidents.",
            "EVENKEEL_CONFIG (severities → assumed) is none of the levels. Write the name of one of"
                + " them.",
            "EVENKEEL_CONFIG (severities → levels → 1 → meaning) is missing. Write what it means"
                + " for users, such as complete outage.",
            "EVENKEEL_CONFIG (severities → levels → 2) is called \"p0\" as another one is. Give"
                + " each its own names.",
            "EVENKEEL_CONFIG (roles → 1 → name) is \"Scribe\". Write lower-case words with hyphens,"
                + " such as tech-lead.",
            "EVENKEEL_CONFIG (roles) has no incident-commander. Add it: whoever declares an"
                + " incident gets that role.",
            "EVENKEEL_CONFIG (delivery → poll) is \"soon\". Write a time such as 300ms, 10s or 2m.",
            "EVENKEEL_CONFIG (delivery → at_once) is no such number. Write a whole number from 1"
                + " to 100.",
            "EVENKEEL_CONFIG (delivery → call) is more than half of the lease. A call must end"
                + " well before another worker may take over: make it shorter.",
            "EVENKEEL_CONFIG (delivery → settle) is out of bounds. Write a time from 1ms to 10m.",
            "EVENKEEL_CONFIG (delivery → back_off) is longer than the longest_back_off. It only"
                + " grows: make it shorter.",
            "EVENKEEL_CONFIG (delivery → closing) is out of bounds. Write a time from 1s to 14s.",
            "EVENKEEL_CONFIG (delivery → posts_per_second) is no such number. Write a whole number"
                + " from 1 to 1000.",
            "EVENKEEL_CONFIG (delivery → per_minute → chat.postMessage) is limited for each"
                + " channel. Set posts_per_second instead.",
            "EVENKEEL_CONFIG (delivery → per_minute → update) is no method of Slack's. Write it as"
                + " Slack does, such as chat.update.",
            "EVENKEEL_CONFIG (delivery → per_minute → chat.update) is no such number. Write a whole"
                + " number from 1 to 100000.");
  }

  @Test
  void whatIsKeptHowLongIsSetInDays() throws IOException {
    assertThat(ready(file("retention: {answers_days: 30, said_days: 90}\n")).installation())
        .extracting(Installation::retention)
        .isEqualTo(
            new Installation.Retention(
                Duration.ofDays(30), Duration.ofDays(90), null, Duration.ofDays(90)));
    assertThat(ready(file("retention: {alerts_days: 400}\n")).installation().retention().alerts())
        .isEqualTo(Duration.ofDays(400));
    // Sources say once a day at the least that an alert still fires.
    assertThat(faults(file("retention: {alerts_days: 6}\n")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("from 7 to"));
    // Slack and people may repeat a request within a day.
    assertThat(faults(file("retention: {answers_days: 1}\n")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("from 2 to"));
  }

  @Test
  void remindersAreSetBySeverity() throws IOException {
    Cadences reminders =
        ready(
                file(
                    """
                    reminders:
                      sev1: {update: 20m, postmortem: 2 working days, needed: [scribe]}
                      SEV-2: none
                      SEV-4: {stale: none, urgent: true}
                    """))
            .installation()
            .reminders();
    Cadence first = reminders.of(new Severity("SEV-1"));
    assertThat(first.update()).isEqualTo(Duration.ofMinutes(20));
    assertThat(first.commander()).as("left as it is").isEqualTo(Duration.ofMinutes(5));
    assertThat(first.postmortem()).isEqualTo(new Cadence.Days(2, true));
    assertThat(first.needed()).containsExactly(new Role("scribe"));
    assertThat(reminders.of(new Severity("SEV-2"))).isEqualTo(Cadence.NONE);
    assertThat(reminders.of(new Severity("SEV-4")).stale()).isNull();
    assertThat(reminders.of(new Severity("SEV-4")).urgent()).isTrue();
  }

  @Test
  void whatIsWrongWithRemindersIsToldWithItsPlace() throws IOException {
    assertThat(
            faults(
                file(
                    """
                    reminders:
                      SEV-9: {update: 30m}
                      SEV-1: {update: soon, stale: 400d, postmortem: 3 weeks, needed: [king], often: 1}
                    """)))
        .extracting(Fault::toString)
        .containsExactlyInAnyOrder(
            "EVENKEEL_CONFIG (reminders → SEV-9) is no severity. Write the name of one of the"
                + " severities.",
            "EVENKEEL_CONFIG (reminders → SEV-1 → often) is unknown. Known here: update,"
                + " first_update, commander, roles, needed, monitoring, stale, postmortem,"
                + " urgent.",
            "EVENKEEL_CONFIG (reminders → SEV-1 → update) is \"soon\". Write a time such as 30m, 4h"
                + " or 2d, or none.",
            "EVENKEEL_CONFIG (reminders → SEV-1 → stale) is out of bounds. Write a time from 1m to"
                + " 365d, or none.",
            "EVENKEEL_CONFIG (reminders → SEV-1 → postmortem) is \"3 weeks\". Write a number of"
                + " days such as 3 days or 5 working days, or none.",
            "EVENKEEL_CONFIG (reminders → SEV-1 → needed) names \"king\". Write the name of one of"
                + " the roles.");
  }

  @Test
  void aFileThatIsNoYamlIsToldWithItsLine() throws IOException {
    List<Fault> faults = faults(file("channels:\n  announcement: \"incidents\nroles: [\n"));

    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().toString())
        .startsWith("EVENKEEL_CONFIG is no YAML: ")
        .contains("(line ")
        .contains("evenkeel.yaml right.");
  }

  @Test
  void aKeyThatIsWrittenTwiceIsAFault() throws IOException {
    assertThat(faults(file("channels: {announcement: a}\nchannels: {announcement: b}\n")))
        .hasSize(1);
  }

  @Test
  void aListWhereAGroupBelongsIsAFault() throws IOException {
    assertThat(faults(file("- channels\n"))).hasSize(1);
    assertThat(faults(file("delivery: fast\n"))).hasSize(1);
  }

  private Map<String, String> file(String yaml) throws IOException {
    Path path = directory.resolve("evenkeel.yaml");
    Files.writeString(path, yaml);
    return with("EVENKEEL_CONFIG", path.toString());
  }
}
