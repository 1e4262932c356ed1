package io.evenkeel.bot.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Postgres is, as JDBC or libpq writes it (PostgreSQL's manual, "Connection URIs"), several
 * hosts too. User and password are taken out of it, so that the rest can be shown.
 */
record DatabaseUrl(String jdbc, Optional<String> user, Optional<Secret> password) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:jdbc:postgresql|postgres|postgresql)://(?:([^/?#@]*)@)?([^/?#@\\s]+)"
              + "/([^/?#@\\s]+)(?:\\?([^#\\s]*))?");

  static Optional<DatabaseUrl> read(String text) {
    var match = WRITTEN.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    Optional<String> user = Optional.empty();
    Optional<String> password = Optional.empty();
    if (match.group(1) != null) {
      String[] who = match.group(1).split(":", 2);
      user = decoded(who[0]);
      password = who.length > 1 ? decoded(who[1]) : password;
    }
    var kept = new ArrayList<String>();
    for (String parameter : (match.group(4) == null ? "" : match.group(4)).split("&")) {
      if (parameter.startsWith("user=")) {
        user = user.or(() -> decoded(parameter.substring("user=".length())));
      } else if (parameter.startsWith("password=")) {
        password = password.or(() -> decoded(parameter.substring("password=".length())));
      } else if (!parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    String jdbc =
        "jdbc:postgresql://"
            + match.group(2)
            + "/"
            + match.group(3)
            + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    return Optional.of(new DatabaseUrl(jdbc, user, password.map(Secret::new)));
  }

  private static Optional<String> decoded(String written) {
    try {
      return Optional.of(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8))
          .filter(text -> !text.isEmpty());
    } catch (IllegalArgumentException strayPercent) {
      return Optional.of(written);
    }
  }
}
