package io.evenkeel.bot.delivery;

import io.evenkeel.bot.outgoing.OutsideFactory;
import io.evenkeel.bot.outgoing.OutsideSocket;
import io.evenkeel.bot.outgoing.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Brings one message to somebody outside Slack: no redirects, no proxy, a limit of time, and
 * nothing to an address that is not public unless the settings say so. It looks at the address that
 * it connects to, so that a name which changes its mind leads nowhere else. What was not taken is
 * tried six times, then a person is told: a pager that does not ring must not stay unknown.
 */
public final class Courier {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]|localhost");
  private static final MediaType JSON = MediaType.get("application/json");

  /** Shorter than a lease of any setting leaves for a call. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Reach reach;
  private final OkHttpClient anywhere;
  private final OkHttpClient outside;

  public Courier(Reach reach) {
    this(reach, LIMIT, Dns.SYSTEM);
  }

  /**
   * @param limit from the name to the end of the answer
   */
  Courier(Reach reach, Duration limit, Dns names) {
    this.reach = reach;
    anywhere =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(limit)
            .dns(names)
            .socketFactory(SocketFactory.getDefault())
            .build();
    outside = anywhere.newBuilder().socketFactory(new OutsideFactory()).build();
  }

  /**
   * @param internal the host may be within our own network
   * @param name what people call the receiver
   */
  void post(String name, URI url, boolean internal, Map<String, String> headers, String body)
      throws SlackFault {
    String refused = reach.refusal(url.getHost()).orElse(null);
    if (refused != null) {
      throw new SlackFault(new Fault.Rejected(refused + ", then try again."));
    }
    var request =
        new Request.Builder()
            .url(url.toString())
            .header("User-Agent", "Evenkeel")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
    headers.forEach(request::header);
    boolean meant = internal || LITERAL.matcher(url.getHost()).matches();
    try (Response answer = (meant ? anywhere : outside).newCall(request.build()).execute()) {
      String retryAfter = answer.header("Retry-After");
      check(name, answer.code(), retryAfter == null ? "" : retryAfter);
    } catch (OutsideSocket.Inside e) {
      throw new SlackFault(
          new Fault.Rejected(
              name
                  + " leads to an address that is not public. If that is meant, write internal:"
                  + " true beside it under paging: outlets:, then try again."));
    } catch (UnknownHostException e) {
      throw unknown("The host of " + name + " is not known");
    } catch (ConnectException e) {
      throw unknown(name + " cannot be reached");
    } catch (IOException e) {
      throw unknown("No answer from " + name + " (" + e.getClass().getSimpleName() + ")");
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

  private static SlackFault unknown(String why) {
    return new SlackFault(new Fault.Unknown(why, true));
  }
}
