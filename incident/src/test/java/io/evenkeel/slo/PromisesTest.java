package io.evenkeel.slo;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.slo.rules.Condition;
import io.evenkeel.slo.rules.PrometheusRules;
import io.evenkeel.slo.rules.Ranges;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for whatever a team promises; the seed repeats what was tried. */
final class PromisesTest {
  private static final int TRIED = 500;
  private static final List<Band> BANDS = List.of(Band.values());
  private static final BigDecimal TINY = new BigDecimal("1e-12");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsSpentAddsUpAndNeverShrinks(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIED; i++) {
      Objective objective = objective(random, i);
      Duration window = Ranges.length(objective.window());
      BigDecimal valid = BigDecimal.valueOf(1L + random.nextInt(1_000_000));
      BigDecimal one = part(random, valid);
      BigDecimal more = part(random, valid.subtract(one));

      BigDecimal both = spent(objective, window, one.add(more), valid);
      BigDecimal sum =
          spent(objective, window, one, valid).add(spent(objective, window, more, valid));
      assertThat(both.subtract(sum).abs()).isLessThan(TINY.multiply(both.add(BigDecimal.ONE)));
      assertThat(both).isGreaterThanOrEqualTo(spent(objective, window, one, valid));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void aRateAtItsBoundForItsTimeSpendsItsShareOfTheBudget(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIED; i++) {
      Objective objective = objective(random, i);
      Duration window = Ranges.length(objective.window());
      for (Condition condition : Condition.of(objective)) {
        Duration time = condition.alert().longTime();
        BigDecimal spent =
            Budget.down(objective.target(), window, time).spent().multiply(condition.bad());
        assertThat(spent.subtract(condition.alert().share()).abs())
            .as("%s: %s of it within %s", objective.key(), condition.alert().share(), time)
            .isLessThan(TINY);
        assertThat(condition.bad()).isLessThan(BigDecimal.ONE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void rulesHoldTheSameBoundsWithLegalNamesAndAreTheSameEachTime(long seed) {
    var random = new Random(seed);
    Pattern bound =
        Pattern.compile(">= ([0-9.]+) and slo:bad:ratio_rate[0-9]+[mhd]\\S* .*?>= ([0-9.]+)\\)");
    for (int i = 0; i < 50; i++) {
      Objective objective = objective(random, i);
      var all = new Objectives(List.of(objective));
      String rules = PrometheusRules.of(all);

      List<BigDecimal> written =
          bound.matcher(rules).results().map(found -> new BigDecimal(found.group(1))).toList();
      List<BigDecimal> expected =
          Condition.of(objective).stream()
              .map(one -> one.bad().setScale(12, RoundingMode.DOWN))
              .toList();
      assertThat(written).usingElementComparator(BigDecimal::compareTo).isEqualTo(expected);
      assertThat(rules.lines().filter(line -> line.contains("- record: ")))
          .allMatch(line -> line.matches(" +- record: [a-z_]+:[a-z_]+:[a-z0-9_]+"));
      assertThat(PrometheusRules.of(all)).isEqualTo(rules);
      assertThat(rules).doesNotContain("{{window}}");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void eachBandBeginsRightBelowTheOneBefore(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIED; i++) {
      Objective objective = objective(random, i);
      Duration window = Ranges.length(objective.window());
      BigDecimal[] bounds = {
        new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.1"), BigDecimal.ZERO
      };
      for (int band = 0; band < bounds.length; band++) {
        BigDecimal spent = BigDecimal.ONE.subtract(bounds[band]);
        assertThat(new Budget(objective.target(), window, spent).band())
            .as("exactly %s left", bounds[band])
            .isEqualTo(BANDS.get(band + 1));
        assertThat(new Budget(objective.target(), window, spent.subtract(TINY)).band())
            .as("a hair more than %s left", bounds[band])
            .isEqualTo(BANDS.get(band));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14, 15})
  void whatClientsDoWrongChangesNothing(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIED; i++) {
      Objective objective = objective(random, i);
      Duration window = Ranges.length(objective.window());
      long served = 1L + random.nextInt(1_000_000);
      long failed = random.nextLong(served + 1);
      var quiet = new Requests(served - failed, failed, 0);
      var noisy = new Requests(served - failed, failed, random.nextInt(10_000_000));

      assertThat(noisy.spent(objective, window)).isEqualTo(quiet.spent(objective, window));
    }
  }

  @Test
  void fortyFiveMinutesOfThreeNinesAreMoreThanThereIs() {
    Budget after = Budget.down(Target.percent("99.9"), Duration.ofDays(30), Duration.ofMinutes(45));

    assertThat(Figures.minutes(after.total())).isEqualTo("43.20");
    assertThat(Figures.percent(after.spent())).isEqualTo("104.2 %");
  }

  /** Of one metric by its codes, counted as the short form's questions count. */
  private record Requests(long fine, long failed, long clients) {
    BigDecimal spent(Objective objective, Duration window) {
      return PromisesTest.spent(objective, window, count("5..", false), count("4..", true));
    }

    private BigDecimal count(String code, boolean others) {
      long[] counts = {fine, clients, failed};
      String[] codes = {"200", "404", "500"};
      long sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += codes[i].matches(code) != others ? counts[i] : 0;
      }
      return BigDecimal.valueOf(sum);
    }
  }

  private static BigDecimal spent(
      Objective objective, Duration window, BigDecimal bad, BigDecimal valid) {
    return Budget.counted(objective.target(), window, bad, valid).spent();
  }

  private static BigDecimal part(Random random, BigDecimal of) {
    return of.multiply(BigDecimal.valueOf(random.nextDouble()), MathContext.DECIMAL64)
        .setScale(0, RoundingMode.DOWN);
  }

  private static Objective objective(Random random, int number) {
    BigDecimal percent = BigDecimal.valueOf(50_000L + random.nextInt(49_999), 3);
    Window window =
        random.nextInt(4) == 0
            ? new Window.Calendar(
                List.of(Window.Part.values()).get(random.nextInt(4)), ZoneOffset.UTC)
            : new Window.Rolling(1 + random.nextInt(100));
    return new Objective(
        "service-" + number,
        "slo-" + random.nextInt(10),
        null,
        new Target(percent),
        window,
        new Indicator(
            List.of(Indicator.Kind.values()).get(random.nextInt(4)),
            "sum(rate(requests_total{code=~\"5..\"}[{{window}}]))",
            "sum(rate(requests_total{code!~\"4..\"}[{{window}}]))"));
  }
}
