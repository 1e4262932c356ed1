package io.evenkeel.bot.config;

import io.evenkeel.alert.Routes;
import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.drill.Experiments;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation knows of what it watches.
 *
 * @param services under {@code services:}
 * @param prometheus under {@code prometheus:}; null where none is asked
 * @param spending what is promised, and what follows when a budget is nearly spent, under {@code
 *     budgets:}
 * @param sources how the JSON of other systems is read, under {@code alerts: sources:}
 * @param experiments under {@code experiments:}
 * @param runbooks the folder under {@code runbooks:}; null where none are kept
 * @param slos files of objectives under {@code slos:}, with what is doubtful in them
 * @param routes what follows from alerts, under {@code alerts: routes:}
 */
public record Signals(
    Catalogue services,
    @Nullable Monitoring prometheus,
    Spending spending,
    List<Mapping> sources,
    Experiments experiments,
    @Nullable Path runbooks,
    Specs slos,
    Routes routes) {
  public static final Signals NONE =
      new Signals(
          Catalogue.NONE,
          null,
          Spending.NONE,
          List.of(),
          Experiments.NONE,
          null,
          Specs.NONE,
          Routes.NONE);

  public Signals {
    sources = List.copyOf(sources);
  }
}
