package io.evenkeel.chaos.rig;

import java.util.regex.Pattern;

/**
 * Recognises COMMIT on one connection. The driver spells it out once, as a prepared statement with
 * a name, and says only the name from then on.
 */
final class Commits {
  private static final Pattern NAMED = Pattern.compile("(S_[0-9]+)\0COMMIT\0");

  private String bound = "COMMIT\0";

  boolean seenIn(String sent) {
    var named = NAMED.matcher(sent);
    if (named.find()) {
      bound = "\0" + named.group(1) + "\0";
      return true;
    }
    return sent.contains(bound);
  }
}
