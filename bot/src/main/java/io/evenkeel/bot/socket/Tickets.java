package io.evenkeel.bot.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** Where to connect to next: {@code apps.connections.open} gives an address that works once. */
public final class Tickets implements AutoCloseable {
  private final BareApi api;
  private final String appToken;

  public Tickets(BareApi api, String appToken) {
    this.api = api;
    this.appToken = appToken;
  }

  /** Slack gives no address. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    Refused(String why, Duration wait) {
      super(why);
      this.wait = wait;
    }

    /** So long at least to be waited before it is asked again. */
    Duration waiting() {
      return wait;
    }
  }

  /**
   * An address to connect to.
   *
   * @throws Refused with Slack's word for it
   * @throws IOException when Slack cannot be reached
   */
  public URI next() throws Refused, IOException, InterruptedException {
    BareApi.Answered answer = api.call("apps.connections.open", appToken, "");
    if (!answer.ok()) {
      String after = answer.headers().firstValue("Retry-After").orElse("0");
      Duration wait =
          after.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ZERO;
      throw new Refused(answer.error(), wait);
    }
    URI address = URI.create(answer.body().path("url").asString(""));
    if (!"wss".equals(address.getScheme()) && !loopback(address)) {
      throw new Refused("an address that is not wss", Duration.ZERO);
    }
    return address;
  }

  @Override
  public void close() {
    api.close();
  }

  private static boolean loopback(URI address) throws IOException {
    return "ws".equals(address.getScheme())
        && address.getHost() != null
        && InetAddress.getByName(address.getHost()).isLoopbackAddress();
  }
}
