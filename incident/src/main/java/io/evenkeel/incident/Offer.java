package io.evenkeel.incident;

/**
 * A button beside an answer. Pressing it says {@code command} as if it had been typed after {@code
 * /incident}.
 *
 * @param label at most 75 characters (Slack's limit for a button)
 * @param command at most 2,000 characters (Slack's limit for a button's value)
 */
public record Offer(String label, String command, Style style) {

  /** How the button looks. */
  public enum Style {
    PLAIN,
    PRIMARY,
    DANGER
  }

  /**
   * A text in double quotes that is read back word for word: with Slack's escapes, and the quotes
   * within it escaped too, as they would group words.
   */
  public static String quoted(String text) {
    return "\""
        + text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("“", "&ldquo;")
            .replace("”", "&rdquo;")
            .replace("„", "&bdquo;")
        + "\"";
  }

  public static Offer plain(String label, String command) {
    return new Offer(label, command, Style.PLAIN);
  }

  public static Offer primary(String label, String command) {
    return new Offer(label, command, Style.PRIMARY);
  }

  public static Offer danger(String label, String command) {
    return new Offer(label, command, Style.DANGER);
  }
}
