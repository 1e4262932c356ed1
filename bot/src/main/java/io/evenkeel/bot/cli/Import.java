package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.postmortem.revision.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Takes an edited postmortem back, such as a file from git. Its front matter says of which"
            + " incident and revision it is; what others changed since stays, and where both"
            + " changed the same lines nothing is recorded. Needs DATABASE_*.",
    footer = "%nExit code: 0 recorded, 1 refused by the rules, 2 not understood, or an error.")
final class Import implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "FILE.md", description = "The postmortem, in UTF-8.")
  private @Nullable Path file;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "alice",
      description = "Who edited it: the user name in Slack, or the user id.")
  private String as = "";

  @Option(
      names = "--incident",
      paramLabel = "INC-42",
      description = "The incident, for a file without front matter.")
  private @Nullable IncidentNumber named;

  Import(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Path path = file;
    if (path == null) {
      throw new IllegalStateException("picocli asks for the file");
    }
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      return cli.error(path + " cannot be read as UTF-8: check the path and its rights.");
    }
    Stamp stamp = Stamp.read(text);
    IncidentNumber incident = named == null ? stamp.incident() : named;
    if (incident == null || text.indexOf('\0') >= 0) {
      return cli.error(
          incident == null
              ? path
                  + " does not say of which incident it is. Its front matter has a line such as"
                  + " incident: INC-42; or add --incident INC-42."
              : path + " is no text: it has a zero byte in it.");
    }
    Integer revision = stamp.revision();
    var written =
        new Wire.Written(
            "cli", key(text), as, incident, revision == null ? 0 : revision, stamp.text());
    return cli.with(Settings.Reading.parse(cli.environment), s -> write(s, written));
  }

  /** The same file imported twice is imported once. */
  private static String key(String text) {
    return "import:" + Sha256.hex(text);
  }

  private int write(Settings.Reading settings, Wire.Written written) {
    return cli.recording(settings, records -> tell(records.write(written)));
  }

  private int tell(Reply reply) {
    return switch (reply) {
      case Reply.Answered(_, String words, boolean recorded, _) -> {
        (recorded ? cli.out : cli.err).println(words);
        yield recorded ? Cli.CLEAN : Cli.FINDINGS;
      }
      case Reply.InDoubt doubt -> cli.error(doubt.words());
      case Reply.Unknown(String words) -> cli.error(words);
      case Reply.OtherRequest(String words) -> cli.error(words);
      case Reply.NotRecorded(String words) -> cli.error(words);
    };
  }
}
