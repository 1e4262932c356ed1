package io.evenkeel.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.paging.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlertTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");

  @Test
  void aPagerSaysWhatItIsAbout() {
    assertThat(rung(Visibility.PUBLIC).summary()).isEqualTo("SEV-1 INC-42 API down: db is down");
  }

  @Test
  void ofAPrivateIncidentAPagerSaysTheNumberAlone() {
    assertThat(rung(Visibility.PRIVATE).summary())
        .isEqualTo("SEV-1 INC-42 (private: Slack says what it is about)");
  }

  private static Alert rung(Visibility visibility) {
    var page =
        new Page(
            1,
            new Page.Asked.Named("payments"),
            "db is down",
            ALICE,
            NOW,
            State.SENT,
            null,
            null,
            List.of("pager"),
            List.of(),
            null);
    return Alert.of(
        "incidents.example.org", incident(visibility), page, PageEffect.Ring.What.TRIGGER, 0, "e1");
  }

  private static Incident incident(Visibility visibility) {
    var command =
        new Command.Declare(
            "API down",
            new Severity("SEV-1"),
            List.of(),
            null,
            null,
            visibility,
            Mode.LIVE,
            false,
            null);
    var declared =
        Incident.declare(
            new IncidentNumber(42), command, new Actor.Human(ALICE), NOW, SeverityScale.STANDARD);
    return ((Decision.Accepted) declared).next();
  }
}
