package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cookies that no script reads and that another site's forms do not bring (HttpOnly, SameSite=Lax).
 * Over https they are Secure and begin with {@code __Host-}, so that no other host of the domain
 * can set them. A browser takes neither over plain http: where {@code BASE_URL} is http, which is
 * allowed on this machine alone, they go without both, under another name, and never leave it.
 */
final class Cookies {
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.~-]{1,1000}");

  private final boolean secure;

  Cookies(boolean secure) {
    this.secure = secure;
  }

  void set(Context context, String name, String value, Duration lasts) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("no value of a cookie");
    }
    context
        .res()
        .addHeader(
            "Set-Cookie",
            named(name)
                + "="
                + value
                + "; Path=/; Max-Age="
                + lasts.toSeconds()
                + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : ""));
  }

  void clear(Context context, String name) {
    context
        .res()
        .addHeader(
            "Set-Cookie",
            named(name)
                + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : ""));
  }

  /** Null when the browser sent none, or none that was ever set here. */
  @Nullable String get(Context context, String name) {
    String header = context.header("Cookie");
    if (header == null) {
      return null;
    }
    Matcher found =
        Pattern.compile("(?:^|;)\\s*" + Pattern.quote(named(name)) + "=([^;]*)").matcher(header);
    if (!found.find()) {
      return null;
    }
    String value = found.group(1).strip();
    return VALUE.matcher(value).matches() ? value : null;
  }

  private String named(String name) {
    return (secure ? "__Host-" : "") + name;
  }
}
