package io.evenkeel.bot.desk;

import io.evenkeel.alert.Routes;
import io.evenkeel.drill.Experiments;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Spending;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** A desk where one thing is promised. */
public final class Spent {
  public static final Objective AVAILABILITY =
      new Objective(
          "api",
          "availability",
          null,
          Target.percent("99.9"),
          new Window.Rolling(30),
          new Indicator(
              Indicator.Kind.AVAILABILITY,
              "sum(increase(http_requests_total{code=~\"5..\"}[{{window}}]))",
              "sum(increase(http_requests_total[{{window}}]))"));
  public static final Objectives OBJECTIVES = new Objectives(List.of(AVAILABILITY));

  private Spent() {}

  public static Watch watch() {
    return new Watch(
        new House(
            SeverityScale.STANDARD,
            Policy.STANDARD,
            Finishing.STANDARD,
            draft -> "# " + draft.incident().title(),
            Schedules.NONE,
            Escalations.NONE,
            Rules.NONE,
            Cadences.STANDARD,
            new Watched(
                Catalogue.NONE,
                new Spending(OBJECTIVES, Map.of(), true, "#leadership"),
                Experiments.NONE,
                () -> Library.NONE,
                Routes.NONE)));
  }

  /** What was left to be said to no incident's people. */
  public static List<String> said(Watch watch) {
    return watch.query(tx ->
        tx
            .unwrap(DSLContext.class)
            .fetchValues("select payload::text from effect where kind = 'say'")
            .stream()
            .map(String::valueOf)
            .toList());
  }
}
