package io.evenkeel.bot;

import io.evenkeel.bot.calendar.FeedFetcher;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Monitoring;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.Rates;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.desk.Watched;
import io.evenkeel.bot.metrics.Figures;
import io.evenkeel.bot.plain.Spelled;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.prometheus.Prometheus;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.schedule.DrillRound;
import io.evenkeel.bot.schedule.DueSweep;
import io.evenkeel.bot.schedule.FeedRound;
import io.evenkeel.bot.schedule.Rounds;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;

/** How settings become what the rooms take. */
final class Wiring {
  private Wiring() {}

  /** What every command is taken by. */
  static House house(Installation house, Documents documents) {
    return new House(
        house.severities(),
        house.policy(),
        house.finishing(),
        documents::usual,
        house.oncall(),
        house.paging().policies(),
        house.rules(),
        house.reminders(),
        new Watched(
            house.signals().services(),
            house.signals().spending(),
            house.signals().experiments(),
            documents.runbooks(),
            house.signals().routes()));
  }

  /** The user groups that the file names, whose members must be known. */
  static Set<String> handles(Installation house) {
    var handles = new TreeSet<>(house.policy().handles());
    handles.addAll(house.paging().policies().handles());
    return handles;
  }

  /** The grammar for those who are not in Slack. */
  static Wire wire(Questions questions, Desk desk, KnownPeople people, Installation house) {
    return new Wire(
        desk,
        questions,
        new Wire.House(
            new Spelled(people, house.announcementChannel()),
            people::zone,
            house.severities(),
            house.roles(),
            house.callUrl()));
  }

  /** The bot's own login: it changes no table. */
  static DatabaseSettings bot(Settings.Database database) {
    return new DatabaseSettings(
        database.url(), database.user(), database.password().value(), database.poolSize());
  }

  /** What looks for what is due, not started. */
  static Rounds rounds(
      Database database,
      Desk desk,
      InstantSource clock,
      Installation house,
      PrometheusMeterRegistry metrics,
      Opened opened) {
    var calendars =
        new FeedRound(
            database,
            house.oncall(),
            new FeedFetcher(house.outgoing(), house.calendars().onThisMachine()),
            house.calendars().every());
    Figures.register(metrics, calendars);
    Budgets.maintenances(metrics, database, house, clock);
    var sweep =
        new DueSweep(
            database,
            desk,
            house.archiveAfter(),
            house.reminders(),
            house.oncall(),
            calendars,
            Outgoing.forgetting(database, house),
            Budgets.round(database, house, clock, metrics, opened));
    sweep.beside(drills(database, desk, house, opened)::begin);
    var rounds = new Rounds(database, sweep, clock, house.lookEvery());
    Figures.register(metrics, rounds.looked());
    return rounds;
  }

  /** What measures drills; where there is no Prometheus it says so of each measurement. */
  private static DrillRound drills(
      Database database, Desk desk, Installation house, Opened opened) {
    Monitoring asked = house.signals().prometheus();
    if (asked == null) {
      return opened.keep(new DrillRound(database, desk, DrillRound::nobody));
    }
    Secret secret = asked.authorization();
    var prometheus =
        opened.keep(new Prometheus(asked.url(), secret == null ? null : secret.value()));
    return opened.keep(new DrillRound(database, desk, prometheus::query));
  }

  /** The relay's times and rates as configured, Slack's published ones for the rest. */
  static DeliverySettings delivery(Installation.Delivery given) {
    Installation.Pace pace = given.pace();
    var perMinute = new HashMap<>(Rates.SLACK.perMinute());
    perMinute.putAll(pace.perMinute());
    var rates =
        new Rates(
            perMinute,
            pace.otherPerMinute(),
            pace.burst(),
            Duration.ofSeconds(1).dividedBy(pace.postsPerSecond()),
            pace.postsBurst());
    return new DeliverySettings(
        given.poll(),
        given.atOnce(),
        given.lease(),
        given.call(),
        given.settle(),
        given.backOff(),
        given.longestBackOff(),
        given.probe(),
        given.closing(),
        rates);
  }
}
