package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Says something for somebody, as after /incident in Slack: run \"declare API is down\""
            + " --as alice. It is recorded at once, also while Slack is away; what belongs in Slack"
            + " follows from the bot. Needs DATABASE_*; uses EVENKEEL_CONFIG where it is set.",
    footer =
        "%nExit code: 0 recorded or shown, 1 refused by the rules, 2 not understood, or an error.")
final class Run implements Callable<Integer> {
  /** What is recorded is "via token cli for alice". */
  private static final String TOKEN = "cli";

  private final Cli cli;

  @Parameters(paramLabel = "\"COMMAND\"", description = "What would follow /incident.")
  private String text = "";

  @Option(
      names = "--as",
      required = true,
      paramLabel = "alice",
      description = "Who says it: the user name in Slack, or the user id.")
  private String as = "";

  @Option(
      names = "--channel",
      paramLabel = "ID",
      description = "Where it is said: a channel's id, or the name of an incident's channel.")
  private @Nullable String channel;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Said again under the same key, it is done once and answered the same.")
  private @Nullable String key;

  Run(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Settings.Reading.parse(cli.environment), this::run);
  }

  private int run(Settings.Reading settings) {
    String once = key == null ? UUID.randomUUID().toString() : key;
    return cli.recording(
        settings, records -> tell(records.say(new Request(TOKEN, once, text, as, channel)), once));
  }

  private int tell(Reply reply, String once) {
    return switch (reply) {
      case Reply.Answered(_, String words, _, Reply.Kind kind) ->
          switch (kind) {
            case RECORDED, SHOWN -> {
              cli.out.println(words);
              yield Cli.CLEAN;
            }
            case REFUSED -> {
              cli.err.println(words);
              yield Cli.FINDINGS;
            }
            case MISUNDERSTOOD -> cli.error(words);
          };
      case Reply.InDoubt doubt -> cli.error(doubt.words() + " The key is: --key " + once);
      case Reply.Unknown(String words) -> cli.error(words);
      case Reply.OtherRequest(String words) -> cli.error(words);
      case Reply.NotRecorded(String words) -> cli.error(words);
    };
  }
}
