package io.evenkeel.bot.cli;

import io.evenkeel.blameless.Blameless;
import io.evenkeel.blameless.Finding;
import io.evenkeel.blameless.Level;
import io.evenkeel.blameless.Rule;
import io.evenkeel.blameless.Settings;
import io.evenkeel.bot.config.Installation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Reads a postmortem for words that judge people, and asks a what or how question in the"
            + " place of each. Timelines, quotes and code are not read. Needs no setting; uses"
            + " EVENKEEL_CONFIG where it is set.",
    footer = "%nExit code: 0 clean, 1 findings, 2 error.")
final class Lint implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "FILE.md", description = "A Markdown file in UTF-8.")
  private @Nullable Path file;

  @Option(names = "--sarif", description = "Writes SARIF 2.1.0 instead of lines.")
  private boolean sarif;

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "NAME",
      description = "People it may speak of, beside those in its table of roles: \"Alice Ng\",bob")
  private List<String> names = new ArrayList<>();

  @Option(names = "--allow", paramLabel = "WORDS", description = "Words that are fine here.")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "RULE=LEVEL",
      description = "How loud a rule is: off, note, warning or error. For example hindsight=off.")
  private Map<String, String> levels = Map.of();

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  Lint(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Installation.parse(cli.environment), house -> lint(house.blameless()));
  }

  private int lint(Settings house) {
    Path path = file;
    if (path == null) {
      throw new IllegalStateException("picocli asks for the file");
    }
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      return cli.error(path + " is not in UTF-8. Save it as UTF-8 and try again.");
    } catch (IOException e) {
      return cli.error(path + " cannot be read. Check the name and that you may read it.");
    }
    List<String> people = new ArrayList<>(names);
    people.addAll(Blameless.named(text));
    List<Finding> findings = Blameless.check(text, people, settings(house));
    if (sarif) {
      cli.out.println(Sarif.of(path, findings));
    } else {
      cli.out.print(LintReport.of(path.toString(), text, findings));
      cli.err.println(LintReport.summary(path.toString(), findings));
    }
    return findings.isEmpty() ? Cli.CLEAN : Cli.FINDINGS;
  }

  private Settings settings(Settings house) {
    Map<Rule, Level> set = new EnumMap<>(Rule.class);
    set.putAll(house.levels());
    levels.forEach((id, word) ->
        set.put(
            Rule.of(id).orElseThrow(() -> wrong(id, "is no rule", String.join(", ", Rule.ids()))),
            Level.of(word)
                .orElseThrow(() -> wrong(word, "is no level", "off, note, warning, error"))));
    var words = new ArrayList<>(house.allowed());
    words.addAll(allowed);
    return new Settings(set, words);
  }

  private CommandLine.ParameterException wrong(String typed, String what, String known) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return new CommandLine.ParameterException(
        spec.commandLine(), "\"" + typed + "\" " + what + ". Known: " + known);
  }
}
