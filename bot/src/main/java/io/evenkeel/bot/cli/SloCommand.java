package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.spec.Board;
import io.evenkeel.bot.spec.SpecFiles;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.rules.PrometheusRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenkeel slo}: files of objectives read, checked, and written out for other programs. */
final class SloCommand {
  private SloCommand() {}

  static CommandLine of(Cli cli) {
    return Group.of(
        "slo",
        "Reads files of objectives: OpenSLO v1, Sloth's prometheus/v1, or the short form.",
        new LintThem(cli),
        new Rules(cli),
        new Dashboard(cli));
  }

  /** Files or folders. */
  private abstract static class OfFiles implements Callable<Integer> {
    final Cli cli;

    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = "YAML files, or folders of them.")
    private List<Path> files = new ArrayList<>();

    private OfFiles(Cli cli) {
      this.cli = cli;
    }

    @Override
    public Integer call() {
      return cli.with(
          Installation.parse(cli.environment), house -> read(house.signals().services()));
    }

    private int read(Catalogue services) {
      Specs specs;
      try {
        specs = SpecFiles.read(files, services);
      } catch (IOException e) {
        return cli.error(String.valueOf(e.getMessage()));
      }
      return done(specs);
    }

    abstract int done(Specs specs);

    final int written(Specs specs, Function<Objectives, String> writer) {
      specs.doubtful().forEach(cli.err::println);
      if (!specs.errors().isEmpty()) {
        return cli.error("Nothing was written, as not all of it can be read.");
      }
      cli.out.print(writer.apply(specs.objectives()));
      cli.err.println("Objectives: " + specs.objectives().all().size() + ".");
      return Cli.CLEAN;
    }
  }

  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description =
          "Says what is wrong or doubtful in files of objectives. Where EVENKEEL_CONFIG is set,"
              + " services are looked up in its catalogue.",
      footer = "%nExit code: 0 clean (notes only tell), 1 findings, 2 error.")
  private static final class LintThem extends OfFiles {
    private LintThem(Cli cli) {
      super(cli);
    }

    @Override
    int done(Specs specs) {
      specs.findings().forEach(cli.out::println);
      cli.err.println(
          "Objectives: %d. Findings: %d."
              .formatted(specs.objectives().all().size(), specs.doubtful().size()));
      return specs.doubtful().isEmpty() ? Cli.CLEAN : Cli.FINDINGS;
    }
  }

  @Command(
      name = "rules",
      mixinStandardHelpOptions = true,
      description =
          "Writes recording and alerting rules for Prometheus: burn rates over several windows,"
              + " with bounds computed from each objective's own.",
      footer = "%nExit code: 0 written, 2 error.")
  private static final class Rules extends OfFiles {
    private Rules(Cli cli) {
      super(cli);
    }

    @Override
    int done(Specs specs) {
      return written(specs, PrometheusRules::of);
    }
  }

  @Command(
      name = "dashboard",
      mixinStandardHelpOptions = true,
      description = "Writes a board for Grafana that shows what the rules record.",
      footer = "%nExit code: 0 written, 2 error.")
  private static final class Dashboard extends OfFiles {
    private Dashboard(Cli cli) {
      super(cli);
    }

    @Override
    int done(Specs specs) {
      return written(specs, Board::of);
    }
  }
}
