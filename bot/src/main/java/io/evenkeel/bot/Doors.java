package io.evenkeel.bot;

import com.slack.api.Slack;
import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.access.SignIn;
import io.evenkeel.bot.access.Team;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.config.AlertSecrets;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.OwnTeam;
import io.evenkeel.bot.desk.Alerting;
import io.evenkeel.bot.desk.Heard;
import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Pass;
import io.evenkeel.bot.hooks.Taking;
import io.evenkeel.bot.http.Entrance;
import io.evenkeel.bot.http.HttpServer;
import io.evenkeel.persistence.Database;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who comes in over HTTP, as the settings say. */
final class Doors {
  private Doors() {}

  static Entrance entrance(Database database, Settings settings, Slack slack) {
    Secret first = settings.apiToken();
    return new Entrance(
        new Keys(database, first == null ? null : first::matches),
        signIn(database, settings, slack),
        settings.web().baseUrl(),
        settings.web().proxies());
  }

  static HttpServer.Ports ports(Settings.Web web) {
    return new HttpServer.Ports(web.bind(), web.port(), web.managementPort());
  }

  /** Where alerts come in, and who keeps them. */
  static HttpServer.Alerts alerts(Settings settings, Alerting alerting) {
    return new HttpServer.Alerts(
        open(settings),
        (arrival, now) -> {
          Heard heard = alerting.take(arrival, now);
          return new Taking.Taken(heard.repeated(), heard.recorded());
        });
  }

  /** Who may send alerts. */
  static AlertDoors open(Settings settings) {
    AlertSecrets secrets = settings.alerts();
    var keys =
        new AlertDoors.Keys(
            new Pass(is(secrets.alertmanager()), is(secrets.alertmanagerBasic())),
            secrets.pagerDutySecrets(),
            is(secrets.routingKey()),
            new Pass(is(secrets.grafana()), null),
            new Pass(is(secrets.generic()), null));
    return new AlertDoors(keys, settings.installation().signals().sources());
  }

  private static @Nullable Predicate<String> is(@Nullable Secret secret) {
    return secret == null ? null : secret::matches;
  }

  private static @Nullable SignIn signIn(Database database, Settings settings, Slack slack) {
    Settings.SignIn app = settings.signIn();
    if (app == null) {
      return null;
    }
    var own = new OwnTeam(slack, settings.slack().botToken().value());
    return SignIn.with(
        app.clientId(),
        app.clientSecret().value(),
        settings.slack().apiUrl(),
        settings.web().baseUrl().resolve("/sign-in/back"),
        () -> own.ids().map(ids -> new Team(ids.team(), ids.enterprise())),
        new Visits(database));
  }
}
