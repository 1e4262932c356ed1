package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.read.Budgets;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.Freeze;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /api/v1/services/api/freeze}: whether a deploy pipeline should hold back what is new.
 * Where nothing can be measured, what was known last holds and {@code measured} is false: a
 * pipeline decides itself whether it goes on then.
 */
final class FreezeRoute {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_NAME = 100;

  private final Bearer bearer;
  private final Budgets budgets;
  private final InstantSource clock;

  FreezeRoute(Bearer bearer, Budgets budgets, InstantSource clock) {
    this.bearer = bearer;
    this.budgets = budgets;
    this.clock = clock;
  }

  void get(Context context) {
    bearer.ask(context, Scope.READ);
    Budgets.Of.Known known = known(budgets, context.pathParam("service"), clock.instant());
    // Readings come once a minute; whoever asks in between may hear the same.
    context
        .result(json(known, clock.instant()))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "private, max-age=15")
        .header("X-Content-Type-Options", "nosniff");
  }

  /**
   * @throws Refusal 404 with names that may have been meant, 503 while the database is away
   */
  static Budgets.Of.Known known(Budgets budgets, String typed, Instant now) {
    if (typed.length() > LONGEST_NAME) {
      throw new Refusal(404, "No service has so long a name.");
    }
    try {
      return switch (budgets.of(typed, now)) {
        case Budgets.Of.Known known -> known;
        case Budgets.Of.Unknown(String name, List<String> near) ->
            throw new Refusal(
                404,
                "Nothing is known of a service \""
                    + name
                    + "\"."
                    + (near.isEmpty()
                        ? " /incident slo shows all that is promised."
                        : " Did you mean " + String.join(" or ", near) + "?"));
      };
    } catch (Unavailable _) {
      throw Refusal.away();
    }
  }

  private static String json(Budgets.Of.Known known, Instant now) {
    Freeze freeze = known.freeze();
    Band band = freeze.band();
    ObjectNode json = JSON.createObjectNode();
    json.put("service", known.service());
    json.put("freeze", freeze.freeze());
    json.put("measured", freeze.measured());
    json.put("band", band == null ? null : band.word());
    json.put("since", text(freeze.since()));
    json.put("reason", freeze.reason());
    var slos = json.putArray("slos");
    known.shown().forEach(shown -> slo(slos.addObject(), shown, now));
    return json.toString();
  }

  private static void slo(ObjectNode json, Budgets.Shown shown, Instant now) {
    Objective objective = shown.stand().objective();
    Reading reading = shown.stand().reading();
    json.put("name", objective.name());
    json.put("target", objective.target().percent().toPlainString());
    json.put("window", BudgetWords.window(objective.window()));
    json.put("measured", shown.stand().fresh(now) != null);
    json.put("at", reading == null ? null : reading.at().toString());
    json.put("band", reading == null ? null : reading.budget().band().word());
    json.put("left_percent", reading == null ? null : percent(reading.budget().left()));
    json.put("compliance_percent", reading == null ? null : percent(reading.compliance()));
    json.put("failure", shown.stand().failure());
  }

  private static BigDecimal percent(BigDecimal share) {
    return share.scaleByPowerOfTen(2).setScale(4, RoundingMode.FLOOR);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
