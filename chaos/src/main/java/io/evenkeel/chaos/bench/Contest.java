package io.evenkeel.chaos.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bot and plain JDBC in turns on one server, so that what disturbs one disturbs the other. */
final class Contest {
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration TRIAL = Duration.ofSeconds(3);
  private static final List<Integer> TRIALS = List.of(16, 32, 64);

  private final Plant plant;
  private final Options options;
  private final Map<Kind, Script> scripts;
  private final List<Room> rooms;
  private final List<PlainJdbc.Turn> turns;

  Contest(Plant plant, Options options, Map<Kind, Script> scripts, List<Room> rooms)
      throws Exception {
    this.plant = plant;
    this.options = options;
    this.scripts = scripts;
    this.rooms = rooms;
    turns = PlainJdbc.turns(plant.copyUrl(), rooms);
  }

  /**
   * The bot's turn and plain JDBC's right after it.
   *
   * @param worked how long processors worked for the bot's process meanwhile
   */
  record Pair(ClosedLoop.Result bot, ClosedLoop.Result plain, Duration worked) {
    double ratio() {
      return bot.perSecond() / plain.perSecond();
    }
  }

  /** With how many clients at once the bot does most. */
  int saturating() throws Exception {
    int best = TRIALS.getFirst();
    double most = 0;
    for (int clients : TRIALS) {
      double reached = bot(clients, TRIAL).perSecond();
      Main.say("  %d clients: %.0f commands/s".formatted(clients, reached));
      if (reached > most) {
        most = reached;
        best = clients;
      }
    }
    return best;
  }

  List<Pair> pairs(int clients, int count) throws Exception {
    var pairs = new ArrayList<Pair>();
    Duration length = Duration.ofSeconds(options.turn());
    for (int i = 0; i < count; i++) {
      Duration before = plant.bot().worked();
      ClosedLoop.Result bot = bot(clients, length);
      Duration worked = plant.bot().worked().minus(before);
      var pair = new Pair(bot, plain(length), worked);
      Main.say(
          "  bot %.0f/s, plain JDBC %.0f/s, ratio %.2f"
              .formatted(bot.perSecond(), pair.plain().perSecond(), pair.ratio()));
      pairs.add(pair);
    }
    return pairs;
  }

  private ClosedLoop.Result bot(int clients, Duration length) throws Exception {
    return ClosedLoop.run(clients, SETTLE, length, () -> new Commands(plant.bot().port(), rooms));
  }

  /** The bot stands still meanwhile: the ceiling is what the server does for JDBC alone. */
  private ClosedLoop.Result plain(Duration length) throws Exception {
    plant.bot().pause();
    try {
      return ClosedLoop.run(
          options.connections(),
          SETTLE,
          length,
          () -> PlainJdbc.open(plant.copyUrl(), scripts, turns));
    } finally {
      plant.bot().resume();
    }
  }
}
