package io.evenkeel.bot.http;

import io.evenkeel.bot.read.Budgets;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import io.evenkeel.templates.Html;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code /slos} and {@code /slos/api}: error budgets for whoever is signed in, with pictures. */
final class BudgetPages {
  static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Budgets budgets;
  private final InstantSource clock;

  BudgetPages(Budgets budgets, InstantSource clock) {
    this.budgets = budgets;
    this.clock = clock;
  }

  /** Whoever asks is known by then: {@link Visitors#guard}. */
  void on(RoutesConfig routes) {
    routes.get("/slos", this::all);
    routes.get("/slos/{service}", this::one);
  }

  private void all(Context context) {
    Instant now = clock.instant();
    List<Budgets.Shown> shown;
    try {
      shown = budgets.all(now);
    } catch (Unavailable _) {
      throw Refusal.away();
    }
    String rows = shown.stream().map(one -> row(one, now)).collect(Collectors.joining());
    show(
        context,
        "Error budgets",
        shown.isEmpty()
            ? """
            <h1>Error budgets</h1>
            <p>Nothing is promised here. Objectives are files in a folder that the settings name under <code>slos:</code>.</p>
            """
            : """
            <h1>Error budgets</h1>
            <table class="budgets">
            <thead><tr><th>Service</th><th>Objective</th><th>Left</th><th>What follows</th><th>In the window</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            """
                .formatted(rows));
  }

  private static String row(Budgets.Shown one, Instant now) {
    Objective objective = one.stand().objective();
    Reading reading = one.stand().fresh(now);
    return """
    <tr><td><a href="/slos/%s">%s</a></td><td>%s<br><span class="soft">%s over %s</span></td>%s<td>%s</td></tr>
    """
        .formatted(
            Html.escaped(path(objective.service())),
            Html.escaped(objective.service()),
            Html.escaped(objective.name()),
            Html.escaped(objective.target().toString()),
            Html.escaped(BudgetWords.window(objective.window())),
            reading == null
                ? "<td>not measured</td><td>nothing</td>"
                : "<td>%s</td><td>%s</td>"
                    .formatted(
                        Figures.percent(reading.budget().left()),
                        BudgetSection.band(reading.budget().band())),
            BurnDownPicture.small(one));
  }

  private void one(Context context) {
    Instant now = clock.instant();
    Budgets.Of.Known known = FreezeRoute.known(budgets, context.pathParam("service"), now);
    String service = Html.escaped(known.service());
    var body = new StringBuilder("<p><a href=\"/slos\">All error budgets</a></p>\n");
    body.append("<h1>Error budgets of ").append(service).append("</h1>\n");
    Instant since = known.freeze().since();
    if (known.freeze().freeze()) {
      body.append("<p class=\"frozen\"><strong>Frozen")
          .append(since == null ? "" : " since " + WHEN.format(since))
          .append(":</strong> pipelines that ask are told to hold back what is new.</p>\n");
    }
    if (known.shown().isEmpty()) {
      body.append("<p>Nothing is promised of this service.</p>\n");
    }
    known.shown().forEach(shown -> body.append(BudgetSection.of(shown, now)));
    show(context, "Error budgets of " + known.service(), body.toString());
  }

  private static String path(String service) {
    return URLEncoder.encode(service, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void show(Context context, String title, String body) {
    String bar = Objects.requireNonNullElse(context.attribute(Refusals.BAR), "");
    Screen.show(context, 200, Screen.page(title, body, bar));
    context.header("X-Content-Type-Options", "nosniff");
  }
}
