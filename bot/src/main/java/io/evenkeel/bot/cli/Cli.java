package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Fault;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.incident.IncidentNumber;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Runs one command line. Standard output carries the document and nothing else, in UTF-8 whatever
 * the locale; everything that is said about it goes to standard error.
 */
public final class Cli {
  /** Nothing is wrong. */
  public static final int CLEAN = 0;

  /** The check ran and found something. */
  public static final int FINDINGS = 1;

  /** The command could not be understood or done. */
  public static final int ERROR = 2;

  private static final Logger log = LoggerFactory.getLogger(Cli.class);

  final Map<String, String> environment;
  final Works works;
  final PrintStream out;
  final PrintStream err;

  public Cli(
      Map<String, String> environment, Works works, OutputStream output, OutputStream errors) {
    this.environment = Map.copyOf(environment);
    this.works = works;
    out = new PrintStream(output, true, StandardCharsets.UTF_8);
    err = new PrintStream(errors, true, StandardCharsets.UTF_8);
  }

  /** Returns the exit code: {@link #CLEAN}, {@link #FINDINGS} or {@link #ERROR}. */
  public int run(String... arguments) {
    int code = List.of(arguments).equals(List.of("serve")) ? serve() : line().execute(arguments);
    if (out.checkError() && code == CLEAN) {
      err.println("The output could not be written: the disk is full or nobody reads it.");
      return ERROR;
    }
    return code;
  }

  /** To read what else could be typed is a tenth of a start, for nothing where the bot is run. */
  private int serve() {
    try {
      return new Serve(this).call();
    } catch (RuntimeException e) {
      return failed(e, "serve");
    }
  }

  private CommandLine line() {
    return new CommandLine(new Root())
        .addSubcommand(new Serve(this))
        .addSubcommand(new Migrate(this))
        .addSubcommand(new DoctorCommand(this))
        .addSubcommand(new Export(this))
        .addSubcommand(new Import(this))
        .addSubcommand(new Lint(this))
        .addSubcommand(
            Group.of(
                "drill",
                "Checks experiments and writes the reports of drills. They are run in Slack.",
                new DrillLint(this),
                new DrillReport(this)))
        .addSubcommand(new Verify(this))
        .addSubcommand(new Erase(this))
        .addSubcommand(new Restored(this))
        .addSubcommand(new Run(this))
        .addSubcommand(
            Group.of(
                "token",
                "Makes, lists and revokes tokens of the HTTP API. Needs DATABASE_*.",
                new TokenCreate(this),
                new TokenList(this),
                new TokenRevoke(this)))
        .addSubcommand(SloCommand.of(this))
        .addSubcommand(Group.of("alert", "Alerts from outside.", new AlertTry(this)))
        .addSubcommand(new SignOut(this))
        .addSubcommand(
            Group.of(
                "service",
                "Imports services from Backstage, and says what they lack.",
                new ServiceImport(this),
                new ServiceReadiness(this)))
        .addSubcommand(Group.of("runbook", "Looks at runbooks.", new RunbookLint(this)))
        .addSubcommand(Group.of("config", "Looks at the settings.", new ConfigCheck(this)))
        .addSubcommand(new CommandLine.HelpCommand())
        .registerConverter(IncidentNumber.class, Cli::incident)
        .setOut(writer(out))
        .setErr(writer(err))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(this::misunderstood)
        .setExecutionExceptionHandler((e, command, _) -> failed(e, command.getCommandName()));
  }

  /** Goes on with the settings, or tells all their faults. */
  <T> int with(Parsed<T> settings, ToIntFunction<T> go) {
    return switch (settings) {
      case Parsed.Ready<T>(T value) -> go.applyAsInt(value);
      case Parsed.Faulty<T>(List<Fault> faults) -> {
        err.println(
            faults.size() == 1
                ? "One setting is wrong, so nothing was started:"
                : faults.size() + " settings are wrong, so nothing was started:");
        faults.forEach(fault -> err.println("  " + fault));
        yield ERROR;
      }
    };
  }

  /** Goes on with what can be recorded into, or tells why there is nothing. */
  int recording(Settings.Reading settings, ToIntFunction<Works.Records> go) {
    try (Works.Records records = works.open(settings)) {
      return records.ready()
          ? go.applyAsInt(records)
          : error(
              "Nothing was recorded: Postgres does not answer, or its schema is not of this"
                  + " version. Check DATABASE_URL, or run migrate.");
    }
  }

  int error(String words) {
    err.println(words);
    return ERROR;
  }

  private int misunderstood(CommandLine.ParameterException e, String[] arguments) {
    err.println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, writer(err));
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("To see what can be typed: " + name + " --help");
    return ERROR;
  }

  private int failed(Exception e, String command) {
    log.debug("{} failed", command, e);
    err.println(e.getMessage() == null ? e.toString() : e.getMessage());
    return ERROR;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static IncidentNumber incident(String typed) {
    return IncidentNumber.parse(typed)
        .orElseThrow(() ->
            new CommandLine.TypeConversionException(
                "\"" + typed + "\" is no incident: write INC-42"));
  }

  /** Who is at the command line, as the audit keeps it. */
  static String by() {
    return "cli (" + System.getProperty("user.name", "somebody") + ")";
  }

  /** Of the jar that runs. */
  public static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
