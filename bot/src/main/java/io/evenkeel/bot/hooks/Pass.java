package io.evenkeel.bot.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the header Authorization must hold: a token as Bearer (RFC 6750), the same token as Basic's
 * password under any name, or a name and password (RFC 7617).
 *
 * @param token whether a text is the token, in constant time; null where there is none
 * @param basic the same of {@code name:password}
 */
public record Pass(@Nullable Predicate<String> token, @Nullable Predicate<String> basic) {
  /** Closed to everybody. */
  public static final Pass NONE = new Pass(null, null);

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";
  private static final int LONGEST = 1_000;

  boolean open() {
    return token != null || basic != null;
  }

  boolean admits(@Nullable String authorization) {
    if (authorization == null || authorization.length() > LONGEST) {
      return false;
    }
    String scheme = authorization.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BEARER)) {
      return is(token, authorization.substring(BEARER.length()).strip());
    }
    if (!scheme.startsWith(BASIC)) {
      return false;
    }
    String pair = decoded(authorization.substring(BASIC.length()).strip());
    int colon = pair.indexOf(':');
    // Both are asked, so that the time tells nothing of which was nearer.
    boolean named = is(basic, pair);
    boolean known = is(token, pair.substring(colon + 1));
    return colon >= 0 && (named || known);
  }

  private static boolean is(@Nullable Predicate<String> wanted, String given) {
    return wanted != null && wanted.test(given);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOne) {
      return "";
    }
  }
}
