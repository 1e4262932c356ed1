package io.evenkeel.chaos.rig;

import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a bot is started.
 *
 * @param databaseUrl JDBC's, with the user in it
 * @param slackApiUrl where the simulated Slack serves the Web API
 * @param yaml the settings file
 * @param jvm options of its JVM
 */
public record BotSettings(
    String databaseUrl,
    String slackApiUrl,
    String yaml,
    List<String> jvm,
    Map<String, String> more) {
  private static final String TENFOLD_RATES =
      """
      delivery:
        posts_per_second: 10
        per_minute:
          conversations.create: 200
          conversations.setTopic: 200
          conversations.list: 200
          conversations.info: 500
          conversations.invite: 500
          conversations.history: 500
          conversations.replies: 500
          users.conversations: 500
          chat.update: 500
          pins.add: 200
      """;

  /** A tenth of the usual times, ten times the usual rates. */
  public static final String TENTH =
      TENFOLD_RATES
          + """
            lease: 3s
            call: 1s
            settle: 3s
            poll: 50ms
          """;

  /**
   * No pace of Slack's, for where the question is what is left and not how fast it goes. Slack's
   * history never lags there, so that what may be in Slack is looked for after 1 s already.
   */
  public static final String UNPACED =
      """
      delivery:
        lease: 2s
        call: 1s
        settle: 1s
        poll: 50ms
        back_off: 200ms
        longest_back_off: 1s
        posts_per_second: 1000
        other_per_minute: 100000
        per_minute: {conversations.create: 10000, conversations.setTopic: 10000, pins.add: 10000}
      """;

  /**
   * Short lives need no optimised code, and compile only what runs often. The simulated Slack has
   * no certificate, so that none of those whom Java trusts are read either: a tenth of a start.
   */
  private static final List<String> SHORT_LIFE =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=3",
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "-Djavax.net.ssl.trustStore=NONE");

  /**
   * With times as they are shipped and ten times the usual rates: where nothing goes wrong, a late
   * machine's calls are not taken for lost.
   */
  public BotSettings patient() {
    return withYaml(TENFOLD_RATES);
  }

  /** For tests: a tenth. */
  public static BotSettings fast(String databaseUrl, String slackApiUrl) {
    return new BotSettings(databaseUrl, slackApiUrl, TENTH, SHORT_LIFE, Map.of());
  }

  public BotSettings with(String name, String value) {
    var all = new HashMap<>(more);
    all.put(name, value);
    return new BotSettings(databaseUrl, slackApiUrl, yaml, jvm, all);
  }

  public BotSettings withYaml(String text) {
    return new BotSettings(databaseUrl, slackApiUrl, text, jvm, more);
  }

  public BotSettings withJvm(List<String> options) {
    return new BotSettings(databaseUrl, slackApiUrl, yaml, options, more);
  }

  /** Whether it is there for a test, and not to be measured as it is shipped. */
  boolean shortLived() {
    return jvm.equals(SHORT_LIFE);
  }

  Map<String, String> environment(Path folder, int port) {
    var all = new HashMap<>(Bot.loopback(port));
    all.put("DATABASE_URL", databaseUrl);
    all.put("SLACK_SIGNING_SECRET", Settings.SIGNING_SECRET);
    all.put("SLACK_BOT_TOKEN", Settings.BOT_TOKEN);
    all.put("SLACK_API_URL", slackApiUrl);
    all.put("EVENKEEL_API_TOKEN", Settings.API_TOKEN);
    all.put("EVENKEEL_CONFIG", file(folder.resolve("evenkeel.yaml")).toString());
    all.putAll(more);
    return all;
  }

  private Path file(Path file) {
    try {
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
