package io.evenkeel.bot.desk;

import io.evenkeel.alert.Routes;
import io.evenkeel.drill.Experiments;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.util.function.Supplier;

/**
 * What people run here, and what is known of it.
 *
 * @param spending what is promised of it, and what follows when that is nearly broken
 * @param experiments what can be run as a drill
 * @param runbooks as they are now
 * @param routes what follows from alerts
 */
public record Watched(
    Catalogue services,
    Spending spending,
    Experiments experiments,
    Supplier<Library> runbooks,
    Routes routes) {
  public static final Watched NOTHING =
      new Watched(Catalogue.NONE, Spending.NONE, Experiments.NONE, () -> Library.NONE, Routes.NONE);
}
