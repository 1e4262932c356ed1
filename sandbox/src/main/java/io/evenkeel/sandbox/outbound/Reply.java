package io.evenkeel.sandbox.outbound;

/**
 * What the bot answered.
 *
 * @param status the HTTP status; 0 if there was none in time
 * @param tookMs from sending to the answer
 */
public record Reply(int status, long tookMs, String contentType, String body) {

  /** Whether Slack takes it as an acknowledgement. */
  public boolean ok() {
    return status == 200;
  }

  /** Whether nothing came in 3 s; else the connection failed or the status was wrong. */
  public boolean timedOut() {
    return status == 0 && tookMs >= BotLink.PATIENCE.toMillis();
  }
}
