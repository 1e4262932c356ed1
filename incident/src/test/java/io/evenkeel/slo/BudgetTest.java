package io.evenkeel.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BudgetTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Target THREE_NINES = Target.percent("99.9");

  @ParameterizedTest
  @CsvSource({
    "99.9, 30, 43.20",
    "99.9, 28, 40.32",
    "99.95, 30, 21.60",
    "99.99, 30, 4.32",
    "99, 7, 100.80",
    "99.5, 90, 648.00"
  })
  void aTargetAllowsSoManyMinutes(String target, int days, String minutes) {
    Budget whole = Budget.whole(Target.percent(target), Duration.ofDays(days));

    assertThat(Figures.minutes(whole.total())).isEqualTo(minutes);
    assertThat(whole.remaining()).isEqualTo(whole.total());
  }

  @Test
  void aQuarterOfAnHourLeavesSoMuch() {
    Budget after = Budget.down(THREE_NINES, MONTH, Duration.ofMinutes(15));

    assertThat(Figures.minutes(after.remaining())).isEqualTo("28.20");
    assertThat(Figures.percent(after.left())).isEqualTo("65.3 %");
    assertThat(Figures.minutes(after.used())).isEqualTo("15.00");
  }

  @Test
  void moreThanThereWasReadsAsWhatItIs() {
    Budget after = Budget.down(THREE_NINES, MONTH, Duration.ofMinutes(45));

    assertThat(Figures.percent(after.spent())).isEqualTo("104.2 %");
    assertThat(Figures.minutes(after.remaining())).isEqualTo("-1.80");
    assertThat(after.band()).isEqualTo(Band.EXHAUSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, NORMAL",
    "0.5000001, NORMAL",
    "0.5, SLOW_DOWN",
    "0.2500001, SLOW_DOWN",
    "0.25, FEATURE_FREEZE",
    "0.1000001, FEATURE_FREEZE",
    "0.1, CRITICAL",
    "0.0000001, CRITICAL",
    "0, EXHAUSTED",
    "-0.3, EXHAUSTED"
  })
  void eachBandBeginsRightAboveItsBound(String left, Band band) {
    assertThat(Band.of(new BigDecimal(left))).isEqualTo(band);
  }

  @Test
  void whatWasNeverAskedSpendsNothing() {
    Budget idle = Budget.counted(THREE_NINES, MONTH, BigDecimal.ZERO, BigDecimal.ZERO);

    assertThat(idle.left()).isEqualByComparingTo(BigDecimal.ONE);
  }

  @Test
  void anEstimateOfHalfTheCallersCostsHalf() {
    Price price =
        Price.estimated(THREE_NINES, MONTH, Duration.ofMinutes(45), new BigDecimal("0.5"));

    assertThat(Figures.percent(price.share())).isEqualTo("52.1 %");
    assertThat(price.how()).isEqualTo(Price.How.ESTIMATED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsSpentAndWhatIsLeftMakeTheWhole(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Target target = Target.percent(BigDecimal.valueOf(1L + random.nextInt(99_998), 3).toString());
      Duration length = Duration.ofSeconds(3600L + random.nextLong(100L * 86_400));
      long valid = 1L + random.nextInt(1_000_000);
      long bad = random.nextLong(valid + 1);
      Budget budget =
          Budget.counted(target, length, BigDecimal.valueOf(bad), BigDecimal.valueOf(valid));

      Duration sum = budget.used().plus(budget.remaining());
      assertThat(sum.minus(budget.total()).abs()).isLessThan(Duration.ofMillis(1));
      double expected = (double) bad / valid / (1 - target.percent().doubleValue() / 100);
      assertThat(budget.spent().doubleValue()).isCloseTo(expected, within(1e-6 * (1 + expected)));
      assertThat(budget.band() == Band.EXHAUSTED).isEqualTo(budget.left().signum() <= 0);
      BurnRate rate =
          BurnRate.of(
              BigDecimal.valueOf(bad).divide(BigDecimal.valueOf(valid), MathContext.DECIMAL64),
              target);
      assertThat(rate.times().doubleValue())
          .as("over the whole window, the rate is what is spent")
          .isCloseTo(expected, within(1e-6 * (1 + expected)));
    }
  }
}
