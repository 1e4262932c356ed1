package io.evenkeel.bot.access;

/**
 * One try to sign in, kept by the browser that began it: from one secret of 256 bits come the
 * {@code state} that ties Slack's answer to this browser, the {@code nonce} that ties the identity
 * token to this try, and the verifier that ties the code to whoever asked for it (RFC 7636). Nobody
 * gets from one to another, and no replica has to remember anything.
 */
public record Attempt(String secret) {
  private static final int LONGEST = 100;

  public Attempt {
    if (secret.isBlank() || secret.length() > LONGEST) {
      throw new IllegalArgumentException("no secret");
    }
  }

  public static Attempt fresh() {
    return new Attempt(Secrets.fresh());
  }

  String state() {
    return Secrets.derived("state", secret);
  }

  String nonce() {
    return Secrets.derived("nonce", secret);
  }

  String verifier() {
    return Secrets.derived("verifier", secret);
  }

  /** Whether Slack's answer is to this try, in constant time. */
  boolean is(String state) {
    return Secrets.same(state(), state);
  }

  @Override
  public String toString() {
    return "Attempt[(secret)]";
  }
}
