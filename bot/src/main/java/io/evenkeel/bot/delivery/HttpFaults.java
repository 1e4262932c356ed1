package io.evenkeel.bot.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What it means for a call to Slack when HTTP itself fails. */
final class HttpFaults {
  private HttpFaults() {}

  /**
   * Another status than 200.
   *
   * @param retryAfter the header; 30 s where it is none
   */
  static SlackFault status(int code, @Nullable String retryAfter) {
    if (code == 429) {
      return new SlackFault(new Fault.Limited(seconds(retryAfter)));
    }
    return new SlackFault(new Fault.Unknown("Slack answered with HTTP " + code, code < 500));
  }

  private static Duration seconds(@Nullable String retryAfter) {
    boolean number = retryAfter != null && retryAfter.matches("[0-9]{1,6}");
    return Duration.ofSeconds(number ? Math.max(1, Integer.parseInt(retryAfter)) : 30);
  }

  /** No answer at all: some causes tell that Slack was never asked. */
  static SlackFault connection(IOException e) {
    boolean surely =
        e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof NoRouteToHostException
            || e instanceof SSLHandshakeException
            || e instanceof SSLPeerUnverifiedException;
    return new SlackFault(
        surely
            ? new Fault.NotDone(null, "Slack cannot be reached: " + e.getMessage())
            : new Fault.Unknown("no answer from Slack: " + e, false));
  }
}
