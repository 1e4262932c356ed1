package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.access.SignIn;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in, and under which address they know this server.
 *
 * @param keys the API's tokens
 * @param signIn for the pages; null where nobody can sign in, and a token is needed
 * @param baseUrl {@code BASE_URL}, without a slash at the end
 * @param proxies how many proxies of ours stand before this server; 0 believes no header
 */
public record Entrance(Keys keys, @Nullable SignIn signIn, URI baseUrl, int proxies) {
  private static final int LONGEST_ADDRESS = 45;

  /** Browsers reach it by https alone. */
  boolean https() {
    return "https".equalsIgnoreCase(baseUrl.getScheme());
  }

  /** As a browser sends it in the header Origin: no path, and no port that goes without saying. */
  String origin() {
    return baseUrl.getScheme() + "://" + baseUrl.getRawAuthority();
  }

  /**
   * Where a request is from: the address that the outermost of our own proxies saw. Whatever stands
   * further left in {@code X-Forwarded-For} anybody may have written.
   */
  String from(Context context) {
    String forwarded = context.header("X-Forwarded-For");
    if (proxies == 0 || forwarded == null) {
      return network(context.ip());
    }
    String[] hops = forwarded.split(",", -1);
    String seen = hops[Math.max(0, hops.length - proxies)].strip();
    return seen.length() > LONGEST_ADDRESS ? network(context.ip()) : network(seen);
  }

  /** Whoever has one address of IPv6 has 2^64 of them: they count as one. */
  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
    } catch (IllegalArgumentException notOne) {
      return address;
    }
  }
}
