package io.evenkeel.chaos.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a command is recognised in a timeline: by a word such as {@code m-1a2b} that no other command
 * has. Commands without one are checked by their key alone.
 */
public final class Mark {
  private static final Pattern WORD = Pattern.compile("\\bm-[0-9a-z]+\\b");

  private Mark() {}

  /** The mark of the n-th command. */
  public static String of(long n) {
    return "m-" + Long.toString(n, 36);
  }

  static Optional<String> in(String text) {
    Matcher found = WORD.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
