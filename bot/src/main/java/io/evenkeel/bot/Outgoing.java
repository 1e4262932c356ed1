package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Outside;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.Courier;
import io.evenkeel.bot.delivery.Outlet;
import io.evenkeel.bot.delivery.Outlets;
import io.evenkeel.bot.delivery.Pagers;
import io.evenkeel.bot.delivery.Webhook;
import io.evenkeel.bot.desk.Absences;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.schedule.Forgetting;
import io.evenkeel.persistence.Database;
import java.time.InstantSource;
import java.util.HashMap;

/** What is called besides Slack and Postgres, and what is kept how long, as configured. */
final class Outgoing {
  private Outgoing() {}

  /** Who does not see a page is said to the desk; what rings outside Slack is as configured. */
  static Pagers pagers(Database database, Settings settings, House house, InstantSource clock) {
    return new Pagers(new Absences(database, house, clock)::told, outlets(settings, clock));
  }

  /** What is taken away once it is old. */
  static Forgetting forgetting(Database database, Installation house) {
    Installation.Retention kept = house.retention();
    return new Forgetting(database, kept.answers(), kept.said(), kept.captured(), kept.alerts());
  }

  private static Outlets outlets(Settings settings, InstantSource clock) {
    var courier = new Courier(settings.installation().outgoing());
    var all = new HashMap<String, Outlet>();
    var hooks = new HashMap<String, Webhook>();
    for (Outside one : settings.installation().paging().outlets()) {
      switch (one) {
        case Outside.PagerDuty pager ->
            all.put(
                pager.name(),
                Outlet.pagerDuty(
                    courier, pager.name(), pager.url(), pager.key().value(), pager.internal()));
        case Outside.Webhook hook -> {
          var webhook =
              new Webhook(
                  courier, hook.name(), hook.url(), hook.secret().value(), hook.internal(), clock);
          hooks.put(hook.name(), webhook);
          all.put(hook.name(), Outlet.webhook(webhook));
        }
      }
    }
    return new Outlets(settings.web().baseUrl().getAuthority(), all, hooks);
  }
}
