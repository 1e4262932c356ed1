package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.incident.Person;
import org.jspecify.annotations.Nullable;

/** For whom a token may speak. */
final class SpokenFor {
  private SpokenFor() {}

  /**
   * The name or id that was given; without one, whose token it is.
   *
   * @param missing what to say when there is neither
   * @throws Refusal 400 without anybody, 403 for somebody else than whose token it is, unless its
   *     scopes let it speak for anybody
   */
  static String whom(Caller.Token token, @Nullable String given, String missing) {
    Person own = token.person();
    if (given == null || given.isBlank()) {
      if (own == null) {
        throw new Refusal(400, missing);
      }
      return own.id().value();
    }
    if (token.maySpeakFor(given)) {
      return given;
    }
    throw new Refusal(
        403,
        own == null
            ? "The token \""
                + token.name()
                + "\" may not speak for anybody. Ask an operator for one with the scope as."
            : "The token \""
                + token.name()
                + "\" speaks for "
                + own.name()
                + " alone. Leave out who says it, or ask an operator for one with the scope as.");
  }
}
