package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.delivery.Shown;
import io.evenkeel.bot.delivery.Sighted;
import io.evenkeel.bot.desk.Sightings;
import io.evenkeel.persistence.Database;
import java.time.InstantSource;

/** What the relay shows of the installation, and to whom it tells what it saw. */
final class Shows {
  private Shows() {}

  /** What messages of the relay show of the installation. */
  static Shown shown(Installation house, Documents documents) {
    return new Shown(
        house.roles(),
        house.severities(),
        house.announcementChannel(),
        Asking.known(house, documents)::helping);
  }

  /** Who takes what the relay read for timelines. */
  static Sighted sighted(Database database, InstantSource clock) {
    return new Sightings(database, clock)::told;
  }
}
