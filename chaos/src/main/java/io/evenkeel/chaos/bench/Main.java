package io.evenkeel.chaos.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -Pbench}: how long an acknowledgement takes at a fixed rate, and how many commands a
 * second there are beside what plain JDBC reaches with the same SQL. Everything is on this machine,
 * so the load, the bot, Postgres and the simulated Slack share its processors. Prints and asserts
 * nothing.
 */
public final class Main {
  private static final Duration WARM = Duration.ofSeconds(10);

  private Main() {}

  /** Takes about three minutes; {@link Options} says what can be set. */
  public static void main(String[] arguments) throws Exception {
    if (System.getProperty("bench.only", "").equals("footprint")) {
      say("Only the footprint is measured.");
      return;
    }
    Options options = Options.read();
    say("Postgres, the simulated Slack and the bot start; incidents are opened …");
    try (Plant plant = Plant.start(options)) {
      measure(options, plant);
    }
    System.exit(0);
  }

  private static void measure(Options options, Plant plant) throws Exception {
    List<Room> quiet = plant.rooms().subList(0, Options.QUIET);
    List<Room> rooms = plant.rooms().subList(Options.QUIET, plant.rooms().size());
    var open = new OpenLoop(plant.bot().port(), rooms);
    var table = new Table(Runtime.getRuntime().availableProcessors());

    say("The bot warms up …");
    OpenLoop.Result _ = open.run(2 * options.rate(), WARM);
    Map<Kind, Script> scripts = new Recorder(plant).record();
    plant.analyze();
    Quantiles lag = Lag.measure(plant, quiet);

    say(options.rate() + " commands/s for " + options.seconds() + " s …");
    long before = plant.recorded();
    OpenLoop.Result result = open.run(options.rate(), Duration.ofSeconds(options.seconds()));
    table.acknowledged(options, result, plant.recorded() - before);

    say("As many as it takes, and plain JDBC in turns …");
    var contest = new Contest(plant, options, scripts, rooms);
    int clients = contest.saturating();
    table.rates(
        "as it is", clients, options.connections(), contest.pairs(clients, options.pairs()));
    plant.slowerFlush();
    table.rates("flush +1 ms", clients, options.connections(), contest.pairs(clients, 1));
    if (Seats.apart(plant.postgres().process())) {
      say("Postgres has a processor of its own …");
      table.rates(
          "db apart", clients, options.connections(), contest.pairs(clients, options.pairs()));
    } else {
      table.line("db apart", "not measured: it takes four processors and taskset");
    }

    table.line("incidents", rooms.size() + " are open; each is posted to once a second meanwhile");
    table.statements(scripts);
    table.line("effect lag", "acknowledged to posted in a quiet channel: " + lag);
    table.machine(Flush.measure(plant.data()));
    System.out.println(table);
  }

  static void say(String words) {
    System.out.println(words);
  }
}
