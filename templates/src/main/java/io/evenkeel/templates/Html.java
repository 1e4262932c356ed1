package io.evenkeel.templates;

/** Text that is shown as it is in a page, whoever wrote it. */
public final class Html {
  private Html() {}

  /** For between tags and within quoted attributes, of either quote. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
