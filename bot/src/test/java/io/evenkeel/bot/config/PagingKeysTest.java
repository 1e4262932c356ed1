package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paging:} with its outlets, and {@code outgoing:}, which they are held to. */
final class PagingKeysTest {
  private static final String SECRET = "a-secret-of-some-length";
  private static final String OUTLETS =
      """
      oncall:
        sre: {zone: UTC, starts: 2026-01-05, layers: [{people: [alice]}]}
      paging:
        outlets:
          phone: {kind: pagerduty, routing_key: PHONE_KEY}
          eu: {kind: pagerduty, routing_key: PHONE_KEY, url: "https://events.eu.pagerduty.com/v2/enqueue"}
          hook: {kind: webhook, url: "https://ops.example.org/page", secret: HOOK_KEY, internal: true}
      """;

  @TempDir Path directory;

  @Test
  void aPolicyIsReadWholly() throws IOException {
    Paging read =
        ready(
                OUTLETS
                    + """
                      policies:
                        payments:
                          severities: [sev1, SEV-2]
                          repeat: 2
                          steps:
                            - {oncall: sre, layer: primary, ring: [phone, hook], wait: 2m}
                            - {user: ["@Dana", erin], group: "@sre-leads"}
                            - {channel: true}
                    """)
            .paging();

    assertThat(read.policies().all())
        .containsExactly(
            new Escalation(
                "payments",
                List.of(
                    new Step(
                        List.of(new Whom.OnCall("sre", "primary")),
                        List.of("phone", "hook"),
                        Duration.ofMinutes(2)),
                    new Step(
                        List.of(
                            new Whom.User("dana"),
                            new Whom.User("erin"),
                            new Whom.Group("sre-leads")),
                        List.of(),
                        Step.USUAL),
                    new Step(List.of(new Whom.Channel()), List.of(), Step.USUAL)),
                2,
                List.of("SEV-1", "SEV-2")));
  }

  @Test
  void outletsHaveTheirSecretsFromTheEnvironment() throws IOException {
    assertThat(ready(OUTLETS).paging().outlets())
        .extracting(Outside::name, Outside::url, Outside::internal)
        .containsExactly(
            tuple("phone", Outside.PagerDuty.USUAL, false),
            tuple("eu", URI.create("https://events.eu.pagerduty.com/v2/enqueue"), false),
            tuple("hook", URI.create("https://ops.example.org/page"), true));
    assertThat(ready(OUTLETS).paging().outlets())
        .allSatisfy(outlet -> assertThat(outlet.toString()).doesNotContain(SECRET));
  }

  @Test
  void whatIsWrongWithPoliciesIsNamedWithWhatToDo() throws IOException {
    assertThat(
            faults(
                OUTLETS
                    + """
                      policies:
                        Bad name: {steps: [{user: dana}]}
                        empty: {}
                        wrong:
                          severities: [SEV-9]
                          repeat: 99
                          steps:
                            - {oncall: nobody}
                            - {oncall: sre, layer: third}
                            - {ring: horn, wait: 1s}
                            - {wait: 5m}
                    """))
        .anySatisfy(fault -> assertThat(fault).contains("Bad name", "no name of a policy"))
        .anySatisfy(fault -> assertThat(fault).contains("empty", "has no steps"))
        .anySatisfy(fault -> assertThat(fault).contains("SEV-9", "no severity"))
        .anySatisfy(fault -> assertThat(fault).contains("repeat", "from 0 to 20"))
        .anySatisfy(fault -> assertThat(fault).contains("nobody", "no schedule"))
        .anySatisfy(fault -> assertThat(fault).contains("third", "sre has not"))
        .anySatisfy(fault -> assertThat(fault).contains("horn", "paging: outlets:"))
        .anySatisfy(fault -> assertThat(fault).contains("wait", "out of bounds"))
        .anySatisfy(fault -> assertThat(fault).contains("pages nobody"));
  }

  @Test
  void whatIsWrongWithOutletsIsNamedAndNoSecretIsRepeated() throws IOException {
    List<String> faults =
        faults(
            """
            paging:
              outlets:
                Horn: {kind: pagerduty, routing_key: PHONE_KEY}
                siren: {kind: siren}
                open: {kind: webhook, url: "http://ops.example.org/x", secret: HOOK_KEY}
                named: {kind: webhook, url: "https://me:pass@ops.example.org/x", secret: HOOK_KEY}
                typed: {kind: pagerduty, routing_key: R02ABCDEFsecret}
                unset: {kind: pagerduty, routing_key: NOT_SET}
                short: {kind: pagerduty, routing_key: SHORT_KEY}
            """);

    assertThat(faults)
        .anySatisfy(fault -> assertThat(fault).contains("Horn", "no name for an outlet"))
        .anySatisfy(fault -> assertThat(fault).contains("siren", "pagerduty or webhook"))
        .anySatisfy(fault -> assertThat(fault).contains("open → url", "https://"))
        .anySatisfy(fault -> assertThat(fault).contains("named → url", "without a name"))
        .anySatisfy(fault -> assertThat(fault).contains("typed", "no name of an environment"))
        .anySatisfy(fault -> assertThat(fault).contains("NOT_SET", "not set"))
        .anySatisfy(fault -> assertThat(fault).contains("SHORT_KEY", "less than 16"));
    assertThat(faults.toString()).doesNotContain("R02ABCDEFsecret", "me:pass");
  }

  @Test
  void whatMayBeCalledIsReadAndHolds() throws IOException {
    assertThat(ready(OUTLETS).outgoing()).isEqualTo(Reach.EVERYWHERE);
    assertThat(
            ready(OUTLETS + "outgoing: {allow: ['*.pagerduty.com', ops.example.org]}\n")
                .outgoing()
                .allowed())
        .containsExactly("*.pagerduty.com", "ops.example.org");
    assertThat(ready("outgoing: {allow: []}").outgoing().allows("example.org")).isFalse();
  }

  @Test
  void anAddressThatMayNotBeCalledIsToldWhereItIsWritten() throws IOException {
    assertThat(
            faults(
                OUTLETS.replace(
                        "paging:",
                        """
                          net: {feed: 'https://cal.example.com/a.ics'}
                          own: {layers: [{feed: 'https://cal.example.net/b.ics'}]}
                        paging:\
                        """)
                    + "outgoing: {allow: [ops.example.org, 'https://x.example.org/']}\n"))
        .anySatisfy(fault -> assertThat(fault).contains("phone", "events.pagerduty.com"))
        .anySatisfy(fault -> assertThat(fault).contains("eu → url", "events.eu.pagerduty.com"))
        .anySatisfy(fault -> assertThat(fault).contains("net → feed", "cal.example.com"))
        .anySatisfy(fault -> assertThat(fault).contains("own", "cal.example.net"))
        .anySatisfy(fault -> assertThat(fault).contains("allow", "no address"))
        .noneSatisfy(fault -> assertThat(fault).contains("hook"));
  }

  private Installation ready(String yaml) throws IOException {
    return written().ready(yaml);
  }

  private List<String> faults(String yaml) throws IOException {
    return written().faults(yaml);
  }

  private Written written() {
    return new Written(
        directory, Map.of("PHONE_KEY", SECRET, "HOOK_KEY", SECRET, "SHORT_KEY", "short"));
  }
}
