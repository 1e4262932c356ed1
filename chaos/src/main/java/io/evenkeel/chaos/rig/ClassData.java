package io.evenkeel.chaos.rig;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bot's classes as a JVM has them once they are read, checked and linked: written once for a
 * build, mapped by each bot that starts after. Without it that is most of what a short life costs.
 * Where the bot does not come as a jar, there is none: a JVM takes no classes of folders into such
 * a file.
 */
final class ClassData {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What most tests say, so that their classes are there. */
  private static final List<String> SAID =
      List.of(
          "update --incident-id INC-1 still slow",
          "update --internal --incident-id INC-1 still slow",
          "note --incident-id INC-1 restarted",
          "decision --incident-id INC-1 roll back",
          "task --incident-id INC-1 look at the disk",
          "resolve --incident-id INC-1 rolled back");

  /** What this process was started with, jars first, so that the file fits all who add folders. */
  static final String CLASS_PATH =
      String.join(
          File.pathSeparator,
          Stream.concat(
                  PerBuild.jars().stream(),
                  PerBuild.entries().filter(entry -> !PerBuild.isJar(entry)))
              .toList());

  private static Optional<Path> made = Optional.empty();
  private static boolean asked;

  private ClassData() {}

  /** To be put before {@code -cp} and {@link #CLASS_PATH}; empty where there is no such file. */
  static synchronized List<String> options() {
    if (!asked) {
      asked = true;
      // The JVM itself looks whether the jars are still the ones that it was made from.
      made = PerBuild.kept("bot", ".jsa", ClassData::write);
    }
    return made.map(file -> List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off"))
        .orElse(List.of());
  }

  /** A bot starts, has one incident worked on, and writes its classes down as it ends. */
  private static void write(Path file) {
    try (var postgres = Postgres.migrated();
        var slack =
            SlackSandbox.start(
                0, Settings.forTests(InstantSource.system()).withRateScale(0), new FollowUps())) {
      var settings = BotSettings.fast(postgres.url(), slack.apiUrl());
      var command = new ArrayList<>(Bot.java(settings));
      command.add("-XX:ArchiveClassesAtExit=" + file);
      command.addAll(List.of("-cp", String.join(File.pathSeparator, PerBuild.jars())));
      command.addAll(List.of("io.evenkeel.bot.Main", "serve"));
      var bot = Bot.by(command, settings).ready();
      slack.pointAt(bot.address());
      var client = new Client(new Ledger(), FollowUps.at(slack.baseUrl()), List.of(bot.address()));
      var _ = client.say("U0ALICE", "C0GENERAL", "declare --new Classes are read");
      for (String said : SAID) {
        var _ = client.say("U0ALICE", "C0GENERAL", said);
      }
      Waiting.until("all is done", PATIENCE, () -> Checker.settled(postgres.url()));
      bot.terminate();
      Waiting.until("the classes are written", PATIENCE, () -> !bot.runs());
    }
  }
}
