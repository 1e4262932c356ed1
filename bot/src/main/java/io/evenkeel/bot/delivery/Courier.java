package io.evenkeel.bot.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings one message to somebody outside Slack: no redirects, a limit of time, and nothing to an
 * address that is not public unless the settings say so. What was not taken is tried six times,
 * then a person is told: a pager that does not ring must not stay unknown.
 */
final class Courier {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]|localhost");

  /** Shorter than a lease of any setting leaves for a call. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient client;
  private final Duration limit;

  Courier() {
    this(LIMIT);
  }

  /**
   * @param limit for the connection, and for the answer
   */
  Courier(Duration limit) {
    this.limit = limit;
    client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * @param internal the host may be within our own network
   * @param name what people call the receiver
   */
  void post(String name, URI url, boolean internal, Map<String, String> headers, String body)
      throws SlackFault {
    if (!internal && !LITERAL.matcher(url.getHost()).matches()) {
      onlyPublic(name, url.getHost());
    }
    var request =
        HttpRequest.newBuilder(url)
            .timeout(limit)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Evenkeel")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    try {
      HttpResponse<Void> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      check(name, answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(""));
    } catch (ConnectException e) {
      throw unknown(name + " cannot be reached");
    } catch (IOException e) {
      throw unknown("No answer from " + name + " (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("Evenkeel was stopped while it told " + name);
    }
  }

  private static void check(String name, int status, String retryAfter) throws SlackFault {
    if (status / 100 == 2) {
      return;
    }
    if (status == 429) {
      boolean number = retryAfter.matches("[0-9]{1,4}");
      throw new SlackFault(
          new Fault.Limited(
              Duration.ofSeconds(number ? Math.max(1, Integer.parseInt(retryAfter)) : 10)));
    }
    if (status == 408 || status >= 500) {
      throw unknown(name + " answered with HTTP " + status);
    }
    throw new SlackFault(
        new Fault.Rejected(
            name
                + " refused it with HTTP "
                + status
                + (status / 100 == 3 ? ", and redirects are not followed" : "")
                + ". Check its address and key under paging: outlets: in the settings, then try"
                + " again."));
  }

  /** A name that leads into our own network would let it be asked for things inside it. */
  private static void onlyPublic(String name, String host) throws SlackFault {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!isPublic(address)) {
          throw new SlackFault(
              new Fault.Rejected(
                  name
                      + " leads to an address that is not public. If that is meant, write internal:"
                      + " true beside it under paging: outlets:, then try again."));
        }
      }
    } catch (UnknownHostException e) {
      throw unknown("The host of " + name + " is not known");
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !unique
        && !shared;
  }

  private static SlackFault unknown(String why) {
    return new SlackFault(new Fault.Unknown(why, true));
  }
}
