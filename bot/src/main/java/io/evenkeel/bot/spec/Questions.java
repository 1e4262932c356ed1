package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import java.util.Optional;

/** {@code good} or {@code bad}, and {@code total}: queries that a team gave. */
final class Questions {
  private Questions() {}

  static boolean any(Part part) {
    return part.at("good").present() || part.at("bad").present() || part.at("total").present();
  }

  static Optional<Indicator> read(Kind kind, Part part) {
    Part good = part.at("good");
    Part bad = part.at("bad");
    if (good.present() == bad.present()) {
      part.error(
          good.present() ? "has both good and bad" : "has neither good nor bad",
          "Write one of the two, and total");
      return Optional.empty();
    }
    Optional<Promql> total = Queries.read(part.at("total"), null);
    Optional<Promql> counted = Queries.read(good.present() ? good : bad, null);
    if (total.isEmpty() || counted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        good.present()
            ? Queries.good(kind, counted.get(), total.get(), part)
            : Queries.bad(kind, counted.get(), total.get(), part));
  }
}
