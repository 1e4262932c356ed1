package io.evenkeel.bot.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of objectives: what is read of them, and with which words they are refused. */
final class SpecFilesTest {
  private static final String SHORT =
      """
      service: api
      slo: 99.9
      window: 30d
      availability: {metric: http_requests_total, where: 'job="api"'}
      """;

  private static final String SLOTH =
      """
      version: prometheus/v1
      service: api
      slos:
        - name: availability
          objective: 99.9
          sli:
            events:
              error_query: sum(rate(requests_total{code=~"5.."}[{{.window}}]))
              total_query: sum(rate(requests_total{code!~"4.."}[{{.window}}]))
      """;

  private static final String OPEN =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: availability}
      spec:
        service: api
        budgetingMethod: Occurrences
        timeWindow: [{duration: 30d, isRolling: true}]
        indicator:
          metadata: {name: requests}
          spec:
            ratioMetric:
              counter: true
              bad: {metricSource: {type: Prometheus, spec: {query: 'requests_total{code=~"5.."}'}}}
              total: {metricSource: {type: Prometheus, spec: {query: 'requests_total{code!~"4.."}'}}}
        objectives: [{target: 0.999}]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SHORT, SLOTH, OPEN})
  void theThreeFormsSayTheSame(String form) {
    Objective objective = only(form);

    assertThat(objective.key()).isEqualTo("api/availability");
    assertThat(objective.target()).hasToString("99.9 %");
    assertThat(objective.window()).isEqualTo(new Window.Rolling(30));
    assertThat(objective.indicator().kind()).isEqualTo(Indicator.Kind.AVAILABILITY);
    assertThat(objective.indicator().bad("5m")).contains("code=~\"5..\"", "[5m]");
    assertThat(objective.indicator().valid("5m")).contains("code!~\"4..\"", "[5m]");
    assertThat(findings(form)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slo: 99.9 | slo: 100 | error: is no target: 100 % leaves no budget",
        "slo: 99.9 | slo: 0.999 | If it is a share of 1, write it in percent: 99.9",
        "slo: 99.9 | slo: -1 | error: is no target",
        "slo: 99.9 | slo: three nines | error: is no number",
        "slo: 99.9 | slo: 1e999999999 | error: is no number",
        "slo: 99.9 | slo: !!str 1e-999999999 | error: is no number",
        "slo: 99.9 | slow: 99.9 | slow: warning: is not read. Known here: name, slo",
        "slo: 99.9 | slo: 99.9999 | warning: api/availability allows 0.04 min in 30 days",
        "slo: 99.9 | slo: 80 | note: api/availability never pages",
        "window: 30d | window: 1M | Months differ in length: write 30d or 28d",
        "window: 30d | window: 6h | Write days or weeks, such as 30d",
        "window: 30d | window: 900d | error: is out of bounds",
        "window: 30d | window: {calendar: fortnight} | error: is no part of the calendar",
        "window: 30d | window: {calendar: month, zone: Mars/Olympus} | error: is no time zone",
        "service: api | service: 'the api' | error: is no name that can be typed",
        "service: api | name: api | error: is in no form that is known",
        "'job=\"api\"' | 'job=api' | error: is no selection by labels",
        "'job=\"api\"' | 'job=\"api\"} or vector(1' | error: is no selection by labels",
        "metric: http_requests_total | metric: 'sum(x)' | error: is no metric's name",
        "availability: | latency: | under: error: is missing",
        "availability: | correctness: | bad: error: is missing"
      })
  void whatIsWrongInTheShortFormIsSaidWithTheMend(String right, String wrong, String words) {
    assertThat(findings(SHORT.replace(right, wrong))).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total_query: sum(rate(requests_total{code!~\"4..\"}[{{.window}}])) |"
            + " total_query: sum(rate(requests_total[{{.window}}])) |"
            + " warning: total counts what clients did wrong (4xx)",
        "[{{.window}}])) | [5m])) | Write {{window}} for the range: sum(rate(requests_total",
        "[{{.window}}])) | [$__rate_interval])) | error: holds a variable of Grafana",
        "[{{.window}}])) | [{{.window}}]) | error: lacks a )",
        "code=~\"5..\" | code=~\"5.. | error: has a quote that is not closed",
        "error_query: sum(rate(requests_total | error_query: sum(rate(failures_total |"
            + " warning: bad counts another metric than total",
        "code=~\"5..\" | code!~\"4..\" | error: bad and total are the same question",
        "code=~\"5..\" | code!~\"5..\" | warning: counts as bad what is not a server's error",
        "code=~\"5..\" | |  warning: total counts less than bad does: they may be swapped",
        "prometheus/v1 | prometheus/v2 | error: is not a version that is read",
        "events: | raw: | error_ratio_query: error: is missing"
      })
  void whatIsWrongInSlothsFormIsSaidWithTheMend(String right, String wrong, String words) {
    String text = SLOTH.replace(right, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(SLOTH);
    assertThat(findings(text)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target: 0.999 | target: 99.9 | Write targetPercent: 99.9",
        "target: 0.999 | target: 1 | error: is no target: 100 % leaves no budget",
        "type: Prometheus | type: Datadog | error: asks Datadog, and only PromQL can be asked",
        "isRolling: true | isRolling: false | error: does not roll and has no calendar",
        "duration: 30d | duration: 1M | Months differ in length",
        "openslo/v1 | openslo/v1alpha | Write it as openslo/v1",
        "counter: true | counter: false | '[{{window}}] '",
        "kind: SLO | kind: SLA | error: is unknown to OpenSLO",
        "indicator: | indicatorOf: | error: has no indicator",
        "Occurrences | Timeslices | timeSliceTarget: error: is no share of 1"
      })
  void whatIsWrongInOpenSloIsSaidWithTheMend(String right, String wrong, String words) {
    String text = OPEN.replace(right, wrong);
    assertThat(text).isNotEqualTo(OPEN);
    if (wrong.equals("counter: false")) {
      assertThat(only(text).indicator().valid("1h"))
          .isEqualTo("sum(sum_over_time(requests_total{code!~\"4..\"}[1h]))");
    } else {
      assertThat(findings(text)).contains(words);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5 | error: is no number of events. Write a whole number such as 100",
        "1e3 | error: is no number of events",
        "12.5 | error: is no number of events",
        "a few | error: is no number of events",
        "[1] | error: is no number of events",
        "1000000000 | error: is no number of events",
        "10 | (1h, 6h, 1d, 3d); one bad one of so few still pages, and from 167 on it does not.",
        "166 | one bad one of so few still pages, and from 167 on it does not.",
        "167 | note: api/availability is quiet while fewer than 167 events came in the long time of"
            + " its alert (1h, 6h, 1d, 3d); one bad one alone does not page.",
        "0 | ''"
      })
  void fromHowManyEventsOnAlertsAreToldIsANumberAndWhatFollowsIsSaid(String below, String words) {
    for (String form :
        List.of(
            SHORT + "quiet_below: " + below + "\n",
            OPEN.replace("{name: availability}", annotated(below)))) {
      assertThat(findings(form)).matches(told -> told.isEmpty() == words.isEmpty());
      assertThat(findings(form)).contains(words);
    }
  }

  @Test
  void onlyWhatCountsEventsIsQuietBelowSoMany() {
    String open = OPEN.replace("{name: availability}", annotated("200"));
    assertThat(only(open).quietBelow()).isEqualTo(200);
    assertThat(only(SHORT + "quiet_below: 200").quietBelow()).isEqualTo(200);
    assertThat(only(SHORT).quietBelow()).isZero();
    assertThat(findings(open.replace("quiet-below", "quiet_below")))
        .contains("evenkeel.io/quiet_below: warning: is not read. Known here: evenkeel.io/quiet-b");

    String sliced =
        open.replace("Occurrences", "Timeslices")
            .replace("target: 0.999", "target: 0.999, timeSliceTarget: 0.9");
    assertThat(only(sliced).quietBelow()).isZero();
    assertThat(findings(sliced)).contains("warning: is not read, as this objective counts time");
    String levels =
        """
        service: api
        slo: 99
        window: 30d
        quiet_below: 200
        bad: sum(avg_over_time(broken[{{window}}]))
        total: sum(avg_over_time(all[{{window}}]))
        """;
    assertThat(only(levels).quietBelow()).isZero();
  }

  private static String annotated(String below) {
    return "{name: availability, annotations: {evenkeel.io/quiet-below: " + below + "}}";
  }

  @Test
  void windowsOfTheCalendarAndOfWeeksAreRead() {
    assertThat(only(SHORT.replace("30d", "4w")).window()).isEqualTo(new Window.Rolling(28));
    assertThat(only(SHORT.replace("30d", "{calendar: quarter, zone: Europe/Berlin}")).window())
        .isEqualTo(new Window.Calendar(Window.Part.QUARTER, ZoneId.of("Europe/Berlin")));
  }

  @Test
  void twoOfOneNameAndServicesThatNobodyKnowsAreTold() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SHORT);
    Files.writeString(folder.resolve("b.yaml"), SHORT.replace("99.9", "99"));

    Specs specs = SpecFiles.read(List.of(folder), knowing("search", "find"));

    assertThat(specs.objectives().all()).hasSize(1);
    assertThat(text(specs))
        .contains(
            "b.yaml: error: has a second api/availability. Give each of a service its own name.",
            "a.yaml: warning: is of api, which the catalogue does not know.");
  }

  @Test
  void anotherNameOfAServiceMeansTheService() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SHORT);
    Files.writeString(folder.resolve("b.yaml"), SHORT.replace("service: api", "service: gateway"));

    Specs specs = SpecFiles.read(List.of(folder), knowing("gateway", "API"));

    assertThat(specs.objectives().all())
        .extracting(Objective::key)
        .containsExactly("gateway/availability");
    assertThat(text(specs)).contains("b.yaml: error: has a second gateway/availability");
  }

  private static Catalogue knowing(String service, String alias) {
    return new Catalogue(
        List.of(
            new Service(
                service,
                1,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Set.of(alias))));
  }

  @Test
  void whatWouldGrowOrIsNoYamlIsRefusedInTime() {
    var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String before = String.valueOf((char) (c - 1));
      bomb.append(c).append(": &").append(c).append(" [*").append(before);
      bomb.append((",*" + before).repeat(8)).append("]\n");
    }
    long began = System.nanoTime();
    assertThat(findings(bomb.toString())).contains("holds an alias (*a), which is not followed");
    assertThat(findings("[".repeat(5_000))).contains("is no YAML");
    assertThat(findings("service: api\nslo: [1\n")).contains(", line ", "is no YAML");
    assertThat(findings("x: 1\nx: 2\n")).contains("is no YAML: Duplicate");
    assertThat(findings("a: [" + "1,".repeat(200_000) + "1]")).contains("more than 100,000 values");
    assertThat(findings("")).contains("are in none of these files");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void textThatWouldBreakOutOfARuleStaysText() {
    Objective objective =
        only(
            SHORT
                + "description: \"{{ query `x` }} \\\" \\n- alert: evil\"\n"
                + "labels: {a-b: x, team: \"{{ x }}\"}\n");

    String rules =
        io.evenkeel.slo.rules.PrometheusRules.of(
            new io.evenkeel.slo.Objectives(List.of(objective)));

    assertThat(rules.lines().filter(line -> line.strip().startsWith("- alert:"))).hasSize(2);
    assertThat(rules).doesNotContain("{{ query", "{{ x", "a-b");
  }

  private static Objective only(String text) {
    Specs specs = SpecFiles.read("slo.yaml", text);
    assertThat(specs.objectives().all()).as(text(specs)).hasSize(1);
    return specs.objectives().all().getFirst();
  }

  private static String findings(String text) {
    return text(SpecFiles.read("slo.yaml", text));
  }

  private static String text(Specs specs) {
    return specs.findings().stream().map(SpecFinding::toString).collect(Collectors.joining("\n"));
  }
}
