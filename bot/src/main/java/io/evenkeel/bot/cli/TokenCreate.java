package io.evenkeel.bot.cli;

import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.access.WantedToken;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.incident.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a token and writes it to standard output, this once: only its hash is kept.",
      "Scopes: read (public incidents and rotas), write (commands and postmortems, for the person"
          + " it belongs to), as (for anybody), private (private incidents, too)."
    })
final class TokenCreate implements Callable<Integer> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,4})([hdw])");
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "What uses it, such as ci. Timelines name it.")
  private String name = "";

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      paramLabel = "SCOPE",
      description = "read, write, as, private; several with commas. Give the fewest that serve.")
  private List<String> scopes = List.of();

  @Option(
      names = "--for",
      paramLabel = "alice",
      description = "Whose it is: it writes for this person alone.")
  private @Nullable String person;

  @Option(
      names = "--expires",
      defaultValue = "90d",
      paramLabel = "90d",
      description = "When it ends: hours, days or weeks from now, at most 366d. Without: 90d.")
  private String expires = "90d";

  TokenCreate(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var wanted = EnumSet.noneOf(Scope.class);
    for (String typed : scopes) {
      Optional<Scope> scope = Scope.named(typed);
      if (scope.isEmpty()) {
        return cli.error("\"" + typed + "\" is no scope. There are: " + Scope.listed() + ".");
      }
      wanted.add(scope.get());
    }
    Optional<Duration> lasts = lasts(expires);
    if (lasts.isEmpty()) {
      return cli.error(
          "\"" + expires + "\" is no time until it ends. Write 12h, 90d or 8w, at most 366d.");
    }
    Instant now = cli.works.now().truncatedTo(ChronoUnit.MICROS);
    return cli.with(
        Settings.Reading.parse(cli.environment),
        settings ->
            cli.recording(settings, records -> make(records, wanted, now.plus(lasts.get()), now)));
  }

  private int make(Works.Records records, Set<Scope> scopes, Instant ends, Instant now) {
    Person owner = null;
    if (person != null) {
      List<Person> people = records.tokens().called(person);
      if (people.size() != 1) {
        return cli.error(SignOut.unclear(person, people));
      }
      owner = people.getFirst();
    }
    var wanted = new WantedToken(name, scopes, owner, ends, Cli.by());
    return switch (records.tokens().make(wanted, now)) {
      case Tokens.Made.Token(String text) -> {
        cli.out.println(text);
        cli.err.println(
            "The token \""
                + name
                + "\" "
                + scopes.stream().sorted().map(Scope::words).collect(Collectors.joining("; "))
                + (owner == null ? "" : ". It belongs to " + owner.name())
                + ". It ends on "
                + ends.toString().substring(0, 10)
                + " and is shown this once: put it where your secrets are kept.");
        yield Cli.CLEAN;
      }
      case Tokens.Made.Refused(String words) -> cli.error(words);
    };
  }

  private static Optional<Duration> lasts(String typed) {
    Matcher time = TIME.matcher(typed.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(time.group(1));
    Duration lasts =
        switch (time.group(2)) {
          case "h" -> Duration.ofHours(count);
          case "w" -> Duration.ofDays(7 * count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(lasts).filter(one -> one.isPositive() && one.compareTo(LONGEST) <= 0);
  }
}
