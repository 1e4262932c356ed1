package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Rotas;
import io.evenkeel.bot.read.Services;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Database;
import io.evenkeel.slo.Objective;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How settings become what people may ask. */
final class Asking {
  private Asking() {}

  /** What people may ask. */
  static Questions questions(Database database, Installation house, Documents documents) {
    return questions(database, house, documents, null, _ -> Optional.empty());
  }

  /** The same where rotas can be subscribed to, and budgets have a page. */
  static Questions questions(Database database, Settings settings, Documents documents) {
    CalendarKey key = calendarKey(settings);
    Function<ScheduleName, Optional<String>> address =
        schedule ->
            Optional.ofNullable(key)
                .map(one ->
                    settings.web().baseUrl()
                        + "/oncall/"
                        + schedule
                        + ".ics?key="
                        + one.of(schedule));
    return questions(
        database, settings.installation(), documents, settings.web().baseUrl(), address);
  }

  private static Questions questions(
      Database database,
      Installation house,
      Documents documents,
      @Nullable URI pages,
      Function<ScheduleName, Optional<String>> address) {
    return new Questions(
        database,
        house.severities(),
        documents::usual,
        new Rotas(database, house.oncall(), address),
        Budgets.read(database, house, pages),
        new Services(database, known(house, documents)));
  }

  /** What is known of services besides what Postgres holds. */
  static Services.Known known(Installation house, Documents documents) {
    return new Services.Known(
        house.signals().services(),
        documents.runbooks(),
        house.oncall(),
        house.paging().policies(),
        service ->
            house.signals().spending().objectives().of(service.name()).stream()
                .map(Objective::name)
                .toList());
  }

  /** Null where there is no API token, which it is made from. */
  static @Nullable CalendarKey calendarKey(Settings settings) {
    Secret token = settings.apiToken();
    return token == null ? null : new CalendarKey(token.value());
  }
}
