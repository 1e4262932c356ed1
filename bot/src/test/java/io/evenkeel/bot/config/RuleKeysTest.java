package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.response.Deed;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Rule;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import io.evenkeel.response.When;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleKeysTest {
  private static final String ON_CALL =
      """
      oncall:
        payments: {zone: UTC, starts: 2026-01-05, layers: [{people: [alice, bob]}]}
      """;

  @TempDir Path directory;

  @Test
  void aRuleIsReadWholly() throws IOException {
    Rules read =
        ready(
            ON_CALL
                + """
                rules:
                  - name: money
                    on: [declared, severity]
                    when: {severity: [sev1, SEV-2], service: payments, mode: [real, drill]}
                    do:
                      - page: Payments
                      - invite: ["@dana", payments]
                      - announce: "#status"
                      - checklist: [Look at the dashboards, Tell support]
                      - webhook: ops-hook
                paging:
                  outlets:
                    ops-hook: {kind: webhook, url: "https://ops.example.org/x", secret: OPS_SECRET}
                """);

    assertThat(read.all())
        .containsExactly(
            new Rule(
                "money",
                Set.of(Trigger.DECLARED, Trigger.SEVERITY),
                new When(
                    Set.of("SEV-1", "SEV-2"),
                    Set.of("payments"),
                    Set.of(Nature.REAL, Nature.DRILL),
                    Set.of(),
                    Set.of()),
                List.of(
                    new Deed.Page("payments", true),
                    new Deed.Invite("@dana"),
                    new Deed.Invite("payments"),
                    new Deed.Announce("status"),
                    new Deed.Checklist(List.of("Look at the dashboards", "Tell support")),
                    new Deed.Webhook("ops-hook"))));
  }

  @Test
  void withoutRulesTheStandardOnesHoldAndAnEmptyListHasNone() throws IOException {
    assertThat(ready("call_url: https://meet.example.org/x").all())
        .extracting(Rule::name)
        .containsExactly("SEV-1", "SEV-2");
    assertThat(ready("rules: []").all()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithWhatToDo() throws IOException {
    assertThat(
            faults(
                ON_CALL
                    + """
                    rules:
                      - on: moved
                        when: {severity: SEV-9, mode: joke, status: broken, role: cook}
                        do:
                          - page: nobody-knows
                          - invite: money
                          - call: 112
                          - webhook: pager
                      - do: []
                    paging:
                      outlets: {pager: {kind: pagerduty, routing_key: OPS_SECRET}}
                    """))
        .anySatisfy(fault -> assertThat(fault).contains("rules → 1 → on", "moved", "role-empty"))
        .anySatisfy(fault -> assertThat(fault).contains("severity", "SEV-9"))
        .anySatisfy(fault -> assertThat(fault).contains("mode", "joke", "drill"))
        .anySatisfy(fault -> assertThat(fault).contains("status", "broken"))
        .anySatisfy(fault -> assertThat(fault).contains("role", "cook"))
        .anySatisfy(fault -> assertThat(fault).contains("nobody-knows", "\"@nobody-knows\""))
        .anySatisfy(fault -> assertThat(fault).contains("money", "no schedule"))
        .anySatisfy(fault -> assertThat(fault).contains("call", "Known here: page"))
        .anySatisfy(fault -> assertThat(fault).contains("webhook", "pager", "no webhook"))
        .anySatisfy(fault -> assertThat(fault).contains("rules → 2 → on", "is missing"));
  }

  private Rules ready(String yaml) throws IOException {
    return written().ready(yaml).rules();
  }

  private List<String> faults(String yaml) throws IOException {
    return written().faults(yaml);
  }

  private Written written() {
    return new Written(directory, Map.of("OPS_SECRET", "a-secret-of-some-length"));
  }
}
