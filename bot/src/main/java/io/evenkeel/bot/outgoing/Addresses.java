package io.evenkeel.bot.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses are out in the world. All others belong to this machine or to the network around
 * it, where an address in a file must not reach (IANA's special-purpose address registries).
 */
final class Addresses {
  private Addresses() {}

  static boolean outside(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? outside(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
        : outside(bytes);
  }

  /** Not: this network, shared by carriers, protocol assignments, tests, benchmarks, reserved. */
  private static boolean outside(int first, int second, int third) {
    return first != 0
        && first < 224
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && (third == 0 || third == 2))
        && !(first == 192 && second == 88 && third == 99)
        && !(first == 198 && (second == 18 || second == 19))
        && !(first == 198 && second == 51 && third == 100)
        && !(first == 203 && second == 0 && third == 113);
  }

  /** Global unicast alone, 2000::/3; what carries an IPv4 address within it is as that one is. */
  private static boolean outside(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    if (first == 0x2002) {
      return carried(bytes, 2);
    }
    if (first == 0x64 && second == 0xff9b) {
      // 64:ff9b::/96 leads out; 64:ff9b:1::/48 is for a network's own use.
      return zero(bytes, 4, 12) && carried(bytes, 12);
    }
    boolean documentation =
        (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
    boolean assigned = first == 0x2001 && second < 0x200;
    return first >> 13 == 1 && !documentation && !assigned;
  }

  private static boolean zero(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
  }

  private static boolean carried(byte[] bytes, int from) {
    try {
      return outside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
