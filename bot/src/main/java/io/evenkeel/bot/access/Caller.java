package io.evenkeel.bot.access;

import io.evenkeel.bot.read.Eyes;
import io.evenkeel.incident.Person;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever was let in. */
public sealed interface Caller {
  /** Which incidents they may be shown. */
  Eyes eyes();

  /**
   * A program.
   *
   * @param name as what it does is recorded under
   * @param person whose token it is; null for nobody's
   */
  record Token(String name, Set<Scope> scopes, @Nullable Person person) implements Caller {
    /** What {@code EVENKEEL_API_TOKEN} is recorded as. */
    public static final Token OPERATOR = new Token("operator", Set.of(Scope.values()), null);

    public Token {
      scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
      return scopes.contains(scope);
    }

    /** Whether it may speak for whoever goes by that user name or user id. */
    public boolean maySpeakFor(String typed) {
      if (may(Scope.AS)) {
        return true;
      }
      String name = typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
      return person != null
          && (name.equals(person.id().value().toLowerCase(Locale.ROOT))
              || name.equals(person.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Eyes eyes() {
      return may(Scope.PRIVATE) ? Eyes.ALL : Eyes.PUBLIC;
    }
  }

  /** Somebody in a browser. */
  record SignedIn(Person person) implements Caller {
    @Override
    public Eyes eyes() {
      return new Eyes.Of(person.id());
    }
  }
}
