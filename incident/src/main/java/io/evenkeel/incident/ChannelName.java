package io.evenkeel.incident;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of an incident's channel: {@code inc-1-api-service-down}, within Slack's rules
 * (lower-case letters, digits, hyphens, at most 80 characters; see {@code conversations.create}). A
 * private one tells nothing: {@code inc-7-private}.
 */
public final class ChannelName {
  /**
   * Short enough to read in a phone's sidebar, and leaves room for a suffix when the name is taken.
   */
  private static final int LONGEST = 60;

  private ChannelName() {}

  public static String of(IncidentNumber number, String title, Visibility visibility) {
    String start = "inc-" + number.value();
    if (visibility == Visibility.PRIVATE) {
      return start + "-private";
    }
    String words =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("ø", "o")
            .replace("ł", "l")
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (words.isEmpty()) {
      return start;
    }
    String name = start + "-" + words;
    if (name.length() <= LONGEST) {
      return name;
    }
    int cut = name.lastIndexOf('-', LONGEST);
    return cut > start.length() ? name.substring(0, cut) : name.substring(0, LONGEST);
  }
}
