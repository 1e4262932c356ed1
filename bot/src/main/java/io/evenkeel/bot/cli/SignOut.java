package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.incident.Person;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-out",
    mixinStandardHelpOptions = true,
    description =
        "Signs somebody out of the pages in all their browsers, such as after a laptop was lost."
            + " Needs DATABASE_*.")
final class SignOut implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "alice", description = "The user name in Slack, or the user id.")
  private String name = "";

  SignOut(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(
        Settings.Reading.parse(cli.environment),
        settings -> cli.recording(settings, this::signOut));
  }

  private int signOut(Works.Records records) {
    List<Person> people = records.tokens().called(name);
    if (people.size() != 1) {
      return cli.error(unclear(name, people));
    }
    int ended = records.tokens().signOut(people.getFirst(), Cli.by());
    cli.err.println(
        people.getFirst().name()
            + (ended == 0
                ? " was signed in nowhere."
                : " is signed out of " + ended + (ended == 1 ? " browser." : " browsers."))
            + " Tokens of theirs stay: token list shows them.");
    return Cli.CLEAN;
  }

  /** Why it is not clear who is meant. */
  static String unclear(String typed, List<Person> people) {
    return people.isEmpty()
        ? "I know nobody called \""
            + typed
            + "\". Give the user name that Slack shows, or the user id."
        : "\""
            + typed
            + "\" may be "
            + people.stream()
                .map(one -> one.name() + " (" + one.id() + ")")
                .collect(Collectors.joining(" or "))
            + ". Give the id.";
  }
}
