package io.evenkeel.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 %",
    "0.0004, under 0.1 %",
    "0.6527777, 65.3 %",
    "0.9999, 99.9 %",
    "1, 100.0 %",
    "1.0000001, 100.1 %",
    "1.0416666, 104.2 %",
    "-0.0416666, -4.2 %"
  })
  void aShareIsNeverRoundedToWhatItIsNot(String share, String words) {
    assertThat(Figures.percent(new BigDecimal(share))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "100, leaves no budget",
    "0, between 0 and 100",
    "101, between 0 and 100",
    "0.999, in percent: 99.9"
  })
  void aTargetThatIsNoneIsRefusedWithWhatToWrite(String percent, String words) {
    assertThat(Target.fault(new BigDecimal(percent)))
        .hasValueSatisfying(fault -> assertThat(fault).contains(words));
  }

  @Test
  void anOrdinaryTargetHasNoFault() {
    assertThat(Target.fault(new BigDecimal("99.95"))).isEmpty();
    assertThat(Target.percent("99.950")).hasToString("99.95 %");
  }
}
