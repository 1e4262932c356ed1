package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Visits;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Forms that change something. Each carries a key that only this visit's own pages know, and must
 * come from our own pages as far as the browser says (OWASP, "Cross-Site Request Forgery
 * Prevention"): another site can make a browser send a form, but knows neither.
 */
final class Forms {
  private static final String FIELD = "form_key=";

  private final Visitors visitors;

  Forms(Visitors visitors) {
    this.visitors = visitors;
  }

  /**
   * The visit whose form this is.
   *
   * @throws Refusal 403 when another page may have sent it
   */
  String own(Context context) throws IOException {
    String secret = visitors.secret(context);
    String given = key(new String(Body.FORM.read(context), StandardCharsets.UTF_8));
    if (secret == null || given == null || !Visits.ownForm(secret, given) || foreign(context)) {
      throw new Refusal(
          403,
          "Nothing was changed: this was not sent from a page that you opened here, or you are"
              + " signed out already. Open the page again and press it there.");
    }
    return secret;
  }

  private boolean foreign(Context context) {
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    return (origin != null && !origin.equalsIgnoreCase(visitors.entrance.origin()))
        || (site != null && !site.equals("same-origin"));
  }

  private static @Nullable String key(String body) {
    for (String field : body.split("&", 20)) {
      if (field.startsWith(FIELD)) {
        try {
          return URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
          return null;
        }
      }
    }
    return null;
  }
}
