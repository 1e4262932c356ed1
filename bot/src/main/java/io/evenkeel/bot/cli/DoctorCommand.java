package io.evenkeel.bot.cli;

import io.evenkeel.bot.doctor.Finding;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: could the bot work here, and what is to be mended. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at settings, database, Slack, clocks and addresses, and says what to mend. Changes"
            + " nothing and posts nothing. Needs the environment of serve.",
    footer = "%nExit code: 0 all well, 1 warnings, 2 the bot could not work.")
final class DoctorCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Cli cli;

  @Option(names = "--json", description = "One JSON object per finding, in a list.")
  private boolean json;

  DoctorCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Finding> findings = cli.works.examine(cli.environment);
    if (json) {
      cli.out.println(JSON.writeValueAsString(findings));
    } else {
      print(findings);
    }
    if (findings.stream().anyMatch(one -> one.level() == Finding.Level.FAIL)) {
      return Cli.ERROR;
    }
    boolean warned = findings.stream().anyMatch(one -> one.level() == Finding.Level.WARN);
    return warned ? Cli.FINDINGS : Cli.CLEAN;
  }

  private void print(List<Finding> findings) {
    int width = findings.stream().mapToInt(one -> one.about().length()).max().orElse(0);
    for (Finding one : findings) {
      String level = one.level().name().toLowerCase(Locale.ROOT);
      cli.out.println(pad(level, 4) + "  " + pad(one.about(), width) + "  " + one.said() + ".");
      if (!one.mend().isEmpty()) {
        cli.out.println(" ".repeat(8 + width) + one.mend() + ".");
      }
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
