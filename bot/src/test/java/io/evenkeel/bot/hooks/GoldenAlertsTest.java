package io.evenkeel.bot.hooks;

import static io.evenkeel.bot.hooks.Sent.SECRET;
import static io.evenkeel.bot.hooks.Sent.arrival;
import static io.evenkeel.bot.hooks.Sent.read;
import static io.evenkeel.bot.hooks.Sent.shown;
import static io.evenkeel.bot.hooks.Sent.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each format as its sender documents it, and what is kept of it. */
final class GoldenAlertsTest {
  private final AlertDoors doors = Sent.doors();

  @Test
  void alertmanagersGroupIsReadWithTheTimesOfEachAlert() {
    Brought brought = read(doors.alertmanager(), text("alertmanager"));

    assertThat(shown(arrival(brought)))
        .isEqualTo(
            """
            alertmanager {}/{severity="critical"}:{alertname="CheckoutErrorRateHigh"}
            5f3e2d1c0b9a8877 firing: CheckoutErrorRateHigh
              summary Checkout fails for one customer in fourteen
              labels {alertname=CheckoutErrorRateHigh, instance=checkout-3:8080, service=checkout, severity=critical}
              annotations {description=7.4% of requests fail, over 1% for 5 minutes.\\nSee the dashboard., runbook_url=https://wiki.example.org/runbooks/checkout-errors, summary=Checkout fails for one customer in fourteen}
              2026-11-21T14:29:12.123456Z to null
              link http://prometheus.example.org:9090/graph?g0.expr=rate%28errors%5B5m%5D%29&g0.tab=1
            00aa11bb22cc33dd resolved: CheckoutErrorRateHigh
              summary null
              labels {alertname=CheckoutErrorRateHigh, instance=checkout-1:8080, service=checkout, severity=critical}
              annotations {}
              2026-11-21T14:20:00.500Z to 2026-11-21T14:31:30.500Z
              link null
            """);
    assertThat(arrival(brought).dropped()).isEqualTo(3);
    assertThat(((Brought.Alerts) brought).leftOut()).isEqualTo("3 alerts");
  }

  @Test
  void grafanasIsTheSameWithALinkToThePanelAndTheValue() {
    Brought brought = read(doors.grafana(), text("grafana"));

    assertThat(shown(arrival(brought)))
        .isEqualTo(
            """
            grafana {}/{team="payments"}:{alertname="Queue is not drained"}
            9e1d4c0ab2735f68 firing: Queue is not drained
              summary Payments wait for more than 10 minutes
              labels {alertname=Queue is not drained, grafana_folder=payments, team=payments}
              annotations {summary=Payments wait for more than 10 minutes, value=[ var='B' labels={queue=payments} value=731.5 ]}
              2026-11-21T14:12:40.250Z to null
              link https://grafana.example.org/d/queues?orgId=7&viewPanel=4
            """);
  }

  @Test
  void pagerDutysIncidentIsOneAlertKeyedByTheEvent() {
    byte[] body = text("pagerduty").getBytes(StandardCharsets.UTF_8);
    var arrival = arrival(doors.pagerDuty().read(body, Signed.by(SECRET, body), Sent.NOW));

    assertThat(shown(arrival))
        .isEqualTo(
            """
            pagerduty PEVK0042
            PEVK0042 firing: Disk of db-3 is 97% full
              summary null
              labels {escalation_policy=Storage, day and night, incident_key=disk-db-3, number=4711, priority=P2, service=Orders database, team=Storage, urgency=high}
              annotations {event=incident.triggered, occurred_at=2026-11-21T14:30:05.418Z}
              2026-11-21T14:30:05Z to null
              link https://example.pagerduty.com/incidents/PEVK0042
            """);
    assertThat(arrival.key()).isEqualTo("pagerduty:01DZEVK7M2Q0WX4N5R8T6Y3U1A");
  }

  @Test
  void anEventIsOneAlertUnderItsDedupKey() {
    var brought = (Brought.Alerts) read(doors.events(), text("events"));

    assertThat(brought.name()).isEqualTo("backup/db-3");
    assertThat(shown(brought.arrival()))
        .isEqualTo(
            """
            events backups
            backup/db-3 firing: The backup of db-3 did not finish
              summary null
              labels {class=timeout, component=postgres, group=backups, severity=error, source=db-3.example.org}
              annotations {attempts=3, free={"unit":"GB","left":12.5}, ran for=4 h}
              2026-11-21T14:05:00.250Z to null
              link https://jobs.example.org/runs/812/log
            """);
  }

  @Test
  void aGenericSourceIsReadAsItsMappingSays() {
    var arrival = arrival(read(Sent.uptime(doors), text("generic")));

    assertThat(shown(arrival))
        .isEqualTo(
            """
            uptime\s
            81 firing: Front page
              summary No answer within 10 s
              labels {paid=true, region=eu, service=web, team=web}
              annotations {}
              2026-11-21T14:29:00Z to null
              link https://uptime.example.org/checks/81
            82 resolved: Login
              summary null
              labels {service=web, team=web}
              annotations {}
              2026-11-21T14:06:40Z to 2026-11-21T14:10:00Z
              link null
            """);
  }
}
