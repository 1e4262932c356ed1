package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.spec.SpecFiles;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.rules.PrometheusRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code evenkeel slo rules} writes, taken by Debian's own Prometheus: for six hours all is
 * well, then so many times more is bad than 99.9 % allows.
 */
final class SloRulesTest {
  private static final Path FILES = Path.of("../bot/src/test/resources/slo");
  private static final Duration WELL = Duration.ofHours(6);
  private static final Duration BURNING = Duration.ofMinutes(65);

  /** Served in each minute; a thousandth of it is 10, which is what is allowed. */
  private static final int SERVED = 10_000;

  private static final String NEVER_QUIET =
      """
      service: burning
      slo: 99.9
      window: 30d
      availability: {metric: http_requests_total}
      """;

  private static final String QUIET_BELOW_238 =
      """
      ---
      service: rare
      slo: 99.9
      window: 30d
      quiet_below: 238
      availability: {metric: http_requests_total}
      ---
      service: runs
      slo: 99.9
      window: 30d
      name: availability
      quiet_below: 238
      good: sum(increase(http_requests_total{code="200"}[{{window}}]))
      total: sum(increase(http_requests_total{code!~"4.."}[{{window}}]))
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"short", "sloth", "openslo"})
  void promtoolFindsNoFaultWithTheRulesOfAnyForm(String form) throws Exception {
    Path rules = FILES.resolve("golden/" + form + ".rules.yaml");
    Promtool.finds("check rules", "", "check", "rules", rules.toString());
  }

  @ParameterizedTest
  @CsvSource({"30d, 144, page", "30d, 143, ''", "30d, 130, ''", "28d, 135, page", "28d, 134, ''"})
  void aPageComesFromTheBoundOnThatFollowsFromTheWindow(String window, int bad, String severity)
      throws Exception {
    Files.writeString(folder.resolve("rules.yaml"), rules(window, "burning"));
    String labels = "{service=\"burning\", code=\"%s\"}";
    String expected =
        severity.isEmpty()
            ? "[]"
            : """
            [{exp_labels: {service: burning, slo: availability, severity: page},
              exp_annotations: {summary: "burning, availability: %s%% is bad, 99.9 %% good is promised",
                description: "At this rate it spends 2 %% of the budget within 1h, or 5 %% of the budget within 6h (%s days)."}}]\
            """
                .formatted(
                    new BigDecimal(bad).movePointLeft(2).stripTrailingZeros().toPlainString(),
                    window.replace("d", ""));
    Path tests =
        Files.writeString(
            folder.resolve("tests.yaml"),
            """
            rule_files: [rules.yaml]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series:
                  - {series: 'http_requests_total%s', values: '%s'}
                  - {series: 'http_requests_total%s', values: '%s'}
                  - {series: 'http_requests_total%s', values: '0+5000x600'}
                promql_expr_test:
                  - expr: slo:bad:ratio_rate1h
                    eval_time: 425m
                    exp_samples:
                      - labels: 'slo:bad:ratio_rate1h{service="burning", slo="availability"}'
                        value: %s
                alert_rule_test:
                  - {eval_time: 360m, alertname: SloBudgetBurnsFast, exp_alerts: []}
                  - eval_time: 425m
                    alertname: SloBudgetBurnsFast
                    exp_alerts: %s
            """
                .formatted(
                    labels.formatted("200"),
                    series(SERVED, SERVED - bad),
                    labels.formatted("500"),
                    series(0, bad),
                    labels.formatted("404"),
                    new BigDecimal(bad).movePointLeft(4),
                    expected));
    Promtool.finds("test rules", "", "test", "rules", tests.toString());
  }

  @Test
  void alertsAreQuietInPlannedMaintenance() throws Exception {
    promtoolAgrees("maintenance", NEVER_QUIET);
  }

  @Test
  void alertsAreQuietWhereThereIsTooLittleToTell() throws Exception {
    promtoolAgrees("quiet", NEVER_QUIET + QUIET_BELOW_238);
  }

  /** The rules of these objectives do what the tests of that name say. */
  private void promtoolAgrees(String tests, String objectives) throws Exception {
    Path file = Files.writeString(folder.resolve("slos.yaml"), objectives);
    Specs specs = SpecFiles.read(List.of(file), Catalogue.NONE);
    assertThat(specs.doubtful()).isEmpty();
    Path rules =
        Files.writeString(folder.resolve("rules.yaml"), PrometheusRules.of(specs.objectives()));
    Promtool.finds("check rules", "", "check", "rules", rules.toString());
    Path copy = folder.resolve(tests + ".yaml");
    Files.copy(Path.of("src/test/resources/alerts/" + tests + ".yaml"), copy);
    Promtool.finds("test rules", "", "test", "rules", copy.toString());
  }

  /** A counter: so many more with each minute while all is well, and so many afterwards. */
  private static String series(int well, int burning) {
    long last = well * WELL.toMinutes();
    return "0+%dx%d %d+%dx%d"
        .formatted(well, WELL.toMinutes(), last + burning, burning, BURNING.toMinutes() - 1);
  }

  @Test
  void aRealPrometheusPagesAtABurnOf14AndMoreAndStaysQuietAt13() throws Exception {
    Path metrics = Files.writeString(folder.resolve("metrics.txt"), history(Instant.now()));
    Promtool.finds(
        "tsdb create-blocks-from",
        "",
        "tsdb",
        "create-blocks-from",
        "openmetrics",
        metrics.toString(),
        folder.resolve("data").toString());
    Prometheus prometheus = Prometheus.over(folder, rules("30d", "burning", "warm"));
    try {
      Stage.eventually("both are measured", () -> prometheus.series("slo:bad:ratio_rate6h") == 2);
      Stage.eventually("it pages", () -> paging(prometheus).equals(List.of("burning")));
      assertThat(prometheus.series("slo:bad:ratio_rate1h{service=\"warm\"} > 0.0129"))
          .as("the other one burns 13 times as fast, and nobody is woken")
          .isOne();
    } finally {
      prometheus.stop();
    }
  }

  private static List<String> paging(Prometheus prometheus) {
    var paging = new ArrayList<String>();
    for (String service : List.of("burning", "warm")) {
      String firing =
          "ALERTS{alertname=\"SloBudgetBurnsFast\", severity=\"page\", alertstate=\"firing\","
              + " service=\""
              + service
              + "\"}";
      if (prometheus.series(firing) > 0) {
        paging.add(service);
      }
    }
    return paging;
  }

  private String rules(String window, String... services) throws IOException {
    for (String service : services) {
      Files.writeString(
          folder.resolve(service + ".slo.yaml"),
          """
          service: %s
          slo: 99.9
          window: %s
          availability: {metric: http_requests_total, where: 'service="%1$s"'}
          """
              .formatted(service, window));
    }
    Specs specs =
        SpecFiles.read(
            List.of(services).stream().map(one -> folder.resolve(one + ".slo.yaml")).toList(),
            Catalogue.NONE);
    assertThat(specs.findings()).isEmpty();
    return PrometheusRules.of(specs.objectives());
  }

  /** OpenMetrics of seven hours up to now: what lies ahead would keep Prometheus from recording. */
  private static String history(Instant now) {
    var text = new StringBuilder("# TYPE http_requests counter\n");
    history(text, now, "burning", 144);
    history(text, now, "warm", 130);
    return text.append("# EOF\n").toString();
  }

  private static void history(StringBuilder text, Instant now, String service, int bad) {
    long begin = now.minus(WELL).minus(BURNING).getEpochSecond();
    for (String code : List.of("200", "500", "404")) {
      long count = 0;
      for (int minute = 0; minute <= WELL.plus(BURNING).toMinutes(); minute++) {
        text.append(
            String.format(
                Locale.ROOT,
                "http_requests_total{service=\"%s\",code=\"%s\"} %d %d%n",
                service,
                code,
                count,
                begin + 60L * minute));
        boolean burning = minute >= WELL.toMinutes();
        count +=
            switch (code) {
              case "200" -> burning ? SERVED - bad : SERVED;
              case "500" -> burning ? bad : 0;
              default -> 5000;
            };
      }
    }
  }
}
