package io.evenkeel.sandbox.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Slack stores text: {@code & < >} escaped once, references such as {@code <@U…>} kept. */
public final class Escaping {

  private static final Pattern PARTS =
      Pattern.compile("<(?:[@#!]|https?:|mailto:|tel:)[^<>]*>|&(?:amp|lt|gt);|[&<>]");

  private Escaping() {}

  /** Text that may hold references and entities already. */
  public static String stored(String text) {
    Matcher matcher = PARTS.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String part = matcher.group();
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(part.length() == 1 ? plain(part) : part));
    }
    return matcher.appendTail(out).toString();
  }

  /** Text as a person typed it: everything is escaped. */
  public static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
