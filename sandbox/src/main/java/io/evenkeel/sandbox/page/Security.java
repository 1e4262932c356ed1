package io.evenkeel.sandbox.page;

import io.javalin.http.Context;

/**
 * Headers for everything the page sends: only its own scripts and styles, no frames, no guesses.
 */
final class Security {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Security() {}

  static void headers(Context response) {
    response
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }
}
