package io.evenkeel.bot.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word with commands behind it: alone it says which there are. */
@Command(mixinStandardHelpOptions = true)
final class Group implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private Group() {}

  @SafeVarargs
  static CommandLine of(String name, String description, Callable<Integer>... commands) {
    var group = new CommandLine(new Group());
    group.getCommandSpec().name(name).usageMessage().description(description);
    for (var command : commands) {
      group.addSubcommand(command);
    }
    return group;
  }

  @Override
  public void run() {
    if (spec != null) {
      var commands = spec.subcommands().keySet();
      String all =
          commands.stream()
              .map(command -> spec.name() + " " + command)
              .collect(Collectors.joining(", "))
              .replaceFirst(", ([^,]*)$", " or $1");
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          commands.size() == 1 ? "Say what to do: evenkeel " + all : "Which one? " + all);
    }
  }
}
