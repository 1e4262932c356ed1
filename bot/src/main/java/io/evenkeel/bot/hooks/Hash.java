package io.evenkeel.bot.hooks;

import io.evenkeel.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** SHA-256 in hexadecimal: keys and fingerprints of one length, whatever was sent. */
final class Hash {
  /** A group's own name is kept up to this; longer ones are told apart by their hash. */
  private static final int LONGEST_NAME = 200;

  private Hash() {}

  /** Of several texts, none of which can be taken for the end of another. */
  static String of(List<String> parts) {
    var whole = new StringBuilder();
    parts.forEach(part -> whole.append(part.length()).append(':').append(part));
    return Sha256.hex(whole.toString());
  }

  /** A fingerprint of 32 digits: what comes first, then the labels by their names. */
  static String labels(List<String> first, SortedMap<String, String> labels) {
    var parts = new ArrayList<>(first);
    labels.forEach((name, value) -> parts.add(name + "=" + value));
    return of(parts).substring(0, 32);
  }

  /** The name itself while it is short and clean, else one that no other name has. */
  static String name(String given) {
    String clean = Clean.line(given, LONGEST_NAME);
    return clean.equals(given)
        ? given
        : Clean.line(given, LONGEST_NAME - 40) + " " + of(List.of(given)).substring(0, 32);
  }
}
