package io.evenkeel.persistence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of Postgres as JDBC wants it.
 *
 * @param jdbc begins with {@code jdbc:postgresql://}, holds no user and no password
 * @param user empty when the address named none
 * @param password empty when the address named none
 */
record DatabaseUrl(String jdbc, String user, String password) {
  /** The form that hosting services hand out: libpq's connection URI. */
  private static final Pattern URI =
      Pattern.compile("postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?([^@]*)");

  static DatabaseUrl parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(url, "", "");
    }
    var match = URI.matcher(url);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "DATABASE_URL must begin with jdbc:postgresql:// or postgres://, with any @, : or / of a"
              + " password written as %40, %3A or %2F");
    }
    return new DatabaseUrl(
        "jdbc:postgresql://" + match.group(3), decoded(match.group(1)), decoded(match.group(2)));
  }

  /** Several hosts: the primary among them is wanted. */
  boolean severalHosts() {
    return jdbc.replaceFirst("^jdbc:postgresql://", "").replaceFirst("[/?].*", "").contains(",");
  }

  private static String decoded(@Nullable String part) {
    return part == null ? "" : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
