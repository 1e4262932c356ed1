package io.evenkeel.bot.cli;

import io.evenkeel.bot.runbook.RunbookFile;
import io.evenkeel.bot.runbook.Shelf;
import io.evenkeel.runbook.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Reads the Markdown files of a folder as runbooks and says what they lack: a title, one of"
            + " the four headings, steps, when they are meant, and commands that cannot be copied"
            + " whole. Needs no setting.",
    footer = "%nExit code: 0 clean, 1 findings, 2 error.")
final class RunbookLint implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "FOLDER", description = "With Markdown files in UTF-8; or one file.")
  private @Nullable Path folder;

  RunbookLint(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Path path = folder;
    if (path == null) {
      throw new IllegalStateException("picocli asks for the folder");
    }
    List<Path> files;
    try {
      files = Files.isDirectory(path) ? Shelf.files(path) : List.of(path);
    } catch (IOException | UncheckedIOException _) {
      return cli.error(path + " cannot be read. Check the name and that you may read it.");
    }
    if (files.isEmpty()) {
      return cli.error(path + " holds no runbook: a file whose name ends in .md");
    }
    if (!Files.exists(files.getFirst())) {
      return cli.error(path + " is not there. Check the name.");
    }
    int findings = 0;
    for (Path file : files) {
      for (Remark remark : RunbookFile.read(file).remarks()) {
        cli.out.println(remark.in(file.toString()));
        findings++;
      }
    }
    cli.err.println("Runbooks: " + files.size() + ". Findings: " + findings + ".");
    return findings == 0 ? Cli.CLEAN : Cli.FINDINGS;
  }
}
