package io.evenkeel.bot.access;

import io.evenkeel.incident.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API that somebody asks for.
 *
 * @param person whose it will be; null for nobody's
 * @param by who asks for it, as the audit keeps it
 */
public record WantedToken(
    String name, Set<Scope> scopes, @Nullable Person person, Instant expires, String by) {
  /** It stands in timelines: "via token ci for alice". */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  /** What these would be recorded as is taken: the first token, and the command line. */
  private static final Set<String> TAKEN = Set.of("operator", "cli", "evenkeel");

  public WantedToken {
    scopes = Set.copyOf(scopes);
  }

  /** What is wrong with what is wanted; empty when it can be made. */
  public Optional<String> fault() {
    if (!NAME.matcher(name()).matches() || TAKEN.contains(name())) {
      return Optional.of(
          "\""
              + name()
              + "\" is no name for a token. Give one that says what uses it, such as ci: up to 40"
              + " small letters, digits, dots and dashes, not operator or cli.");
    }
    boolean writes = scopes.contains(Scope.WRITE);
    if (scopes.contains(Scope.AS) && !writes) {
      return Optional.of("The scope as says for whom it writes: add the scope write, too.");
    }
    if (writes && !scopes.contains(Scope.AS) && person == null) {
      return Optional.of(
          "What is written is somebody's: say whose token it is with --for alice, or add the scope"
              + " as to let it speak for anybody.");
    }
    return Optional.empty();
  }
}
