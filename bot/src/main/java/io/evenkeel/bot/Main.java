package io.evenkeel.bot;

import com.slack.api.Slack;
import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.delivery.SlackLibrary;
import io.evenkeel.bot.delivery.Whispers;
import io.evenkeel.bot.desk.Alerting;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.desk.Rehearsal;
import io.evenkeel.bot.http.HttpServer;
import io.evenkeel.bot.metrics.Figures;
import io.evenkeel.bot.metrics.ProcessFigures;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.slack.SlackGateway;
import io.evenkeel.bot.trace.Spans;
import io.evenkeel.bot.trace.Traces;
import io.evenkeel.persistence.Database;
import java.time.InstantSource;

/** The front door: wires the rooms with plain constructors; it alone names the system clock. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        new Cli(
                System.getenv(),
                new Operations(InstantSource.system(), Main::start),
                System.out,
                System.err)
            .run(arguments));
  }

  /**
   * Starts the bot, with or without Postgres and Slack: {@code /readyz} says when it can work.
   *
   * @param clock what every request is stamped with; tests bring their own
   */
  public static Running start(Settings settings, InstantSource clock) {
    var opened = new Opened();
    try {
      return start(settings, clock, opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static Running start(Settings settings, InstantSource clock, Opened opened) {
    Installation house = settings.installation();
    DeliverySettings delivery = Wiring.delivery(house.delivery());
    String token = settings.slack().botToken().value();
    var metrics = opened.keep(new ProcessFigures(Cli.version())).meters();
    String api = settings.slack().apiUrl().toString();
    Spans spans = opened.keep(Traces.open(settings.tracing().variables())).spans();
    Slack slack = opened.keep(SlackLibrary.open(api, delivery.call(), metrics, spans));
    Database database = opened.keep(Database.open(Wiring.bot(settings.database())));
    var documents = Documents.of(database, house, settings.templates(), settings.exports());
    House rules = Wiring.house(house, documents);
    Relay relay =
        opened.keep(
            new Relay(
                database,
                slack,
                token,
                delivery,
                Shows.shown(house, documents),
                documents,
                Shows.sighted(database, clock),
                Outgoing.pagers(database, settings, rules, clock),
                spans));
    PeopleSync people =
        opened.keep(new PeopleSync(database, slack, token, clock, Wiring.handles(house)));
    var known = new KnownPeople(database);
    var desk = new Desk(database, rules, relay::wake, spans);
    var questions = Asking.questions(database, settings, documents);
    SlackGateway gateway =
        opened.keep(
            SlackGateway.open(
                Hearing.signature(settings.slack()),
                slack,
                token,
                desk::handle,
                questions,
                Hearing.heard(database, relay, people, house, new Whispers(slack, token)::say),
                Hearing.speakers(known, house, settings.templates(), questions),
                relay::halted,
                clock));
    var due = opened.keep(Wiring.rounds(database, desk, clock, house, metrics, opened));
    var sockets = Sockets.open(settings.slack(), gateway, clock, metrics, opened);
    Runnable rehearsal = () -> Rehearsal.run(database, house.severities(), clock.instant());
    var ready = new Readiness(database, people, rehearsal, Reach.of(relay, sockets), clock);
    Figures.register(metrics, database, relay, desk.takings(), clock);
    HttpServer http =
        opened.keep(
            HttpServer.start(
                Doors.ports(settings.web()),
                new HttpServer.Rooms(
                    Hearing.door(gateway),
                    ready,
                    Doors.entrance(database, settings, slack),
                    documents.drafts(),
                    documents.postmortems(),
                    Wiring.wire(questions, desk, known, house),
                    house.blameless(),
                    new Calendars(database, house.oncall()),
                    Asking.calendarKey(settings),
                    questions.budgets(),
                    Doors.alerts(settings, new Alerting(database, rules, relay::wake)),
                    clock,
                    metrics)));
    opened.keep(ready);
    sockets.start(opened);
    relay.start();
    people.start();
    due.start();
    ready.start();
    return new Running(http, opened);
  }
}
