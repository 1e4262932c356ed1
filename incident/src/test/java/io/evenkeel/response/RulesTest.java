package io.evenkeel.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RulesTest {
  @Test
  void aSev1SummonsCommanderAndCommsASev2TheCommanderAndLessNobody() {
    assertThat(standard("SEV-1", Nature.REAL))
        .containsExactly(new Deed.Page("commander", false), new Deed.Page("comms", false));
    assertThat(standard("SEV-1", Nature.PRIVATE)).hasSize(2);
    assertThat(standard("SEV-2", Nature.REAL)).containsExactly(new Deed.Page("commander", false));
    assertThat(standard("SEV-3", Nature.REAL)).isEmpty();
    assertThat(standard("SEV-4", Nature.REAL)).isEmpty();
  }

  @Test
  void aDrillSummonsNobodyUnlessARuleIsForDrills() {
    assertThat(standard("SEV-1", Nature.DRILL)).isEmpty();
    var drills = new When(Set.of(), Set.of(), Set.of(Nature.DRILL), Set.of(), Set.of());
    assertThat(of(drills, declared("SEV-1", Nature.DRILL))).hasSize(1);
    assertThat(of(drills, declared("SEV-1", Nature.REAL))).isEmpty();
  }

  @Test
  void oneServiceOfTheIncidentIsEnough() {
    var payments = new When(Set.of(), Set.of("payments"), Set.of(), Set.of(), Set.of());
    assertThat(of(payments, declared("SEV-3", Nature.REAL, "web", "Payments"))).hasSize(1);
    assertThat(of(payments, declared("SEV-3", Nature.REAL, "web"))).isEmpty();
    assertThat(of(payments, declared("SEV-3", Nature.REAL))).isEmpty();
  }

  @Test
  void aStatusAndARoleMayBeNamed() {
    var resolved = new When(Set.of(), Set.of(), Set.of(), Set.of("resolved"), Set.of("comms-lead"));
    assertThat(of(resolved, happening(Trigger.STATUS, "resolved", null))).hasSize(1);
    assertThat(of(resolved, happening(Trigger.STATUS, "monitoring", null))).isEmpty();
    assertThat(of(resolved, happening(Trigger.ROLE_EMPTY, "resolved", "comms-lead"))).hasSize(1);
    assertThat(of(resolved, happening(Trigger.ROLE_EMPTY, "resolved", "scribe"))).isEmpty();
  }

  @Test
  void whatSeveralRulesWantIsDoneOnce() {
    var page = new Deed.Page("payments", true);
    var rule = new Rule("twice", Set.of(Trigger.DECLARED), When.ALWAYS, List.of(page));
    var both = new Rules(List.of(rule, new Rule("again", rule.on(), rule.when(), rule.deeds())));

    assertThat(both.of(List.of(declared("SEV-1", Nature.REAL)))).containsExactly(page);
  }

  @Test
  void aWebhookIsToldOfEachThingOnceAndIsNoDeedOfAnother() {
    var hook = new Deed.Webhook("ops-hook");
    var rule = new Rule("x", Set.of(Trigger.DECLARED, Trigger.STATUS), When.ALWAYS, List.of(hook));
    var both = new Rules(List.of(rule, new Rule("y", rule.on(), rule.when(), rule.deeds())));
    var declared = declared("SEV-1", Nature.REAL);
    var resolved = happening(Trigger.STATUS, "resolved", null);

    assertThat(both.told(List.of(declared, resolved)))
        .containsExactly(new Rules.Told(hook, declared), new Rules.Told(hook, resolved));
    assertThat(both.of(List.of(declared, resolved))).isEmpty();
    assertThat(both.told(List.of(happening(Trigger.ROLE_EMPTY, "resolved", "scribe")))).isEmpty();
  }

  private static List<Deed> standard(String severity, Nature nature) {
    return Rules.standard(List.of("SEV-1", "SEV-2", "SEV-3", "SEV-4"))
        .of(List.of(declared(severity, nature)));
  }

  private static List<Deed> of(When when, Happening happening) {
    var rule = new Rule("it", Set.of(Trigger.values()), when, List.of(new Deed.Invite("@dana")));
    return new Rules(List.of(rule)).of(List.of(happening));
  }

  private static Happening declared(String severity, Nature nature, String... services) {
    return new Happening(
        Trigger.DECLARED, severity, "investigating", List.of(services), nature, null);
  }

  private static Happening happening(Trigger trigger, String status, @Nullable String role) {
    return new Happening(trigger, "SEV-2", status, List.of(), Nature.REAL, role);
  }
}
