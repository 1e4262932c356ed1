package io.evenkeel.bot.spec;

import io.evenkeel.slo.Target;
import java.math.BigDecimal;
import java.util.Optional;

/** How much is promised: in percent, or in OpenSLO also as a share of 1. */
final class Targets {
  private Targets() {}

  /** {@code 99.9} or {@code 99.9 %}. */
  static Optional<Target> percent(Part part) {
    if (!part.present()) {
      part.error("is missing", "Write how much is promised in percent, such as 99.9");
      return Optional.empty();
    }
    return part.number().flatMap(percent -> checked(part, percent));
  }

  /** {@code target: 0.999} or {@code targetPercent: 99.9}. */
  static Optional<Target> openSlo(Part objective) {
    Part share = objective.at("target");
    Part percent = objective.at("targetPercent");
    if (share.present() && percent.present()) {
      objective.error("has target and targetPercent", "Take one of the two away");
      return Optional.empty();
    }
    if (!share.present()) {
      return percent(percent);
    }
    return share
        .number()
        .filter(number -> {
          boolean percentLike = number.compareTo(BigDecimal.ONE) > 0;
          if (percentLike) {
            share.error(
                "is more than 1, and OpenSLO takes it as a share of 1",
                "Write targetPercent: " + number.toPlainString());
          }
          return !percentLike;
        })
        .flatMap(number -> checked(share, number.scaleByPowerOfTen(2)));
  }

  private static Optional<Target> checked(Part part, BigDecimal percent) {
    Optional<String> fault = Target.fault(percent);
    if (fault.isPresent()) {
      String words = fault.get().replaceAll("\\.$", "");
      int cut = words.indexOf(". ");
      part.error(
          "is no target: " + (cut < 0 ? words : words.substring(0, cut)),
          cut < 0 ? "Write one such as 99.9" : words.substring(cut + 2));
      return Optional.empty();
    }
    return Optional.of(new Target(percent));
  }
}
