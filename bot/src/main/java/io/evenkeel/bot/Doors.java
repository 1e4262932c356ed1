package io.evenkeel.bot;

import com.slack.api.Slack;
import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.access.SignIn;
import io.evenkeel.bot.access.Team;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.OwnTeam;
import io.evenkeel.bot.http.Entrance;
import io.evenkeel.persistence.Database;
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
