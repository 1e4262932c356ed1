package io.evenkeel.persistence.slo;

import static io.evenkeel.persistence.generated.Tables.SLO_STATE;

import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Counted;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.TableField;

/** A reading as its row has it. */
final class Burns {
  private Burns() {}

  /** {@code 300=1.5 3600=0.4}: seconds that were looked at, and the rate. */
  static String written(SortedMap<Duration, BurnRate> burns) {
    return burns.entrySet().stream()
        .map(one -> one.getKey().toSeconds() + "=" + one.getValue().times())
        .collect(Collectors.joining(" "));
  }

  static Reading reading(Record row) {
    return new Reading(
        must(row, SLO_STATE.READ_AT),
        new Target(must(row, SLO_STATE.TARGET)),
        new Window.Span(must(row, SLO_STATE.WINDOW_START), must(row, SLO_STATE.WINDOW_END)),
        new Counted(must(row, SLO_STATE.BAD), must(row, SLO_STATE.VALID)),
        read(must(row, SLO_STATE.BURNS)));
  }

  private static SortedMap<Duration, BurnRate> read(String written) {
    var burns = new TreeMap<Duration, BurnRate>();
    for (String one : written.split(" ")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        burns.put(
            Duration.ofSeconds(Long.parseLong(one.substring(0, equals))),
            new BurnRate(new BigDecimal(one.substring(equals + 1))));
      }
    }
    return burns;
  }

  private static <T> T must(Record row, TableField<?, T> field) {
    return Objects.requireNonNull(row.get(field), field.getName());
  }
}
