package io.evenkeel.bot.calendar;

import io.evenkeel.bot.outgoing.OutsideSocket;
import io.evenkeel.bot.outgoing.OutsideSockets;
import io.evenkeel.bot.outgoing.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/**
 * Gets a calendar's text from its address: https alone, out in the world alone, also where it
 * redirects to (three times at most), and no more and no longer than the limits. Credentials are
 * never sent along, and no proxy is asked.
 */
public final class FeedFetcher {
  private static final int MOST_BYTES = 4_000_000;
  private static final int REDIRECTS = 3;
  private static final int PIECE = 16_384;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);

  private final Reach reach;
  private final boolean thisMachineToo;
  private final Duration longest;

  /** At most 15 s for all of it. */
  public FeedFetcher(Reach reach, boolean thisMachineToo) {
    this(reach, thisMachineToo, Duration.ofSeconds(15));
  }

  /**
   * @param reach the hosts that may be asked, also by a redirect
   * @param thisMachineToo whether loopback addresses are read, by plain http too: for tests
   * @param longest how long all of it may take, redirects included
   */
  public FeedFetcher(Reach reach, boolean thisMachineToo, Duration longest) {
    this.reach = reach;
    this.thisMachineToo = thisMachineToo;
    this.longest = longest;
  }

  /** Something about the address or what is there; the words go to people. */
  private static final class Unfit extends IOException {
    private static final long serialVersionUID = 1L;

    Unfit(String words) {
      super(words);
    }
  }

  /** Never throws. */
  public Fetched fetch(URI address) {
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      URI url = address;
      for (int hop = 0; hop <= REDIRECTS; hop++) {
        HttpURLConnection connection = open(url, deadline);
        try {
          int status = connection.getResponseCode();
          if (!REDIRECTING.contains(status)) {
            return new Fetched.Text(text(connection, status, deadline));
          }
          url = next(url, connection.getHeaderField("Location"));
        } finally {
          connection.disconnect();
        }
      }
      throw new Unfit("It redirects more than " + REDIRECTS + " times. Write where it ends up");
    } catch (Unfit | OutsideSocket.Inside e) {
      return new Fetched.Failed(e.getMessage() + ".");
    } catch (SocketTimeoutException e) {
      return new Fetched.Failed(slow());
    } catch (UnknownHostException e) {
      return new Fetched.Failed("No server has that name. Check the address.");
    } catch (ConnectException e) {
      return new Fetched.Failed("The server cannot be reached. Check that it is there.");
    } catch (SSLException e) {
      return new Fetched.Failed(
          "The server cannot prove that it is the one that was asked for. Check its certificate.");
    } catch (IOException | RuntimeException e) {
      return new Fetched.Failed("The server broke off. It is tried again.");
    }
  }

  private HttpURLConnection open(URI url, long deadline) throws IOException {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean here = thisMachineToo && THIS_MACHINE.contains(url.getHost());
    if (!scheme.equals("https") && !(here && scheme.equals("http"))) {
      throw new Unfit("It leads to an address without https. Write one with https");
    }
    String refused = reach.refusal(url.getHost() == null ? "" : url.getHost()).orElse(null);
    if (refused != null) {
      throw new Unfit(refused);
    }
    var connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection secure && !here) {
      secure.setSSLSocketFactory(new OutsideSockets(secure.getSSLSocketFactory()));
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(left(deadline));
    connection.setReadTimeout(left(deadline));
    connection.setRequestProperty("Accept", "text/calendar, text/plain;q=0.5");
    connection.setRequestProperty("User-Agent", "Evenkeel");
    return connection;
  }

  private static URI next(URI from, String location) throws Unfit {
    try {
      URI to = from.resolve(location);
      if (to.getHost() != null && to.getRawUserInfo() == null) {
        return to;
      }
    } catch (IllegalArgumentException | NullPointerException _) {
      // Said below: it is no address.
    }
    throw new Unfit("It redirects to nowhere. Check the address where the calendar is kept");
  }

  private String text(HttpURLConnection connection, int status, long deadline) throws IOException {
    if (status != HttpURLConnection.HTTP_OK) {
      throw new Unfit(
          "The server answered "
              + status
              + (status == HttpURLConnection.HTTP_UNAUTHORIZED
                      || status == HttpURLConnection.HTTP_FORBIDDEN
                      || status == HttpURLConnection.HTTP_NOT_FOUND
                  ? ". Ask for a new address where the calendar is kept"
                  : ". It is tried again"));
    }
    if (connection.getContentLengthLong() > MOST_BYTES) {
      throw huge();
    }
    var bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    try (InputStream in = connection.getInputStream()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        bytes.write(piece, 0, n);
        if (bytes.size() > MOST_BYTES) {
          throw huge();
        }
        // One that gives a letter now and then is slow, too.
        connection.setReadTimeout(left(deadline));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Unfit huge() {
    return new Unfit("It is larger than 4 MB. Subscribe to a calendar of this rota alone");
  }

  private int left(long deadline) throws SocketTimeoutException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return Math.toIntExact(left);
  }

  private String slow() {
    return "The server takes longer than " + longest.toSeconds() + " s. It is tried again.";
  }
}
