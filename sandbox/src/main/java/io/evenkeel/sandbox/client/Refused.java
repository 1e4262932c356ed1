package io.evenkeel.sandbox.client;

/** Slack would not let this person do this. The message says what is wrong and what to do. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
