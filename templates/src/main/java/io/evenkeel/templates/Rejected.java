package io.evenkeel.templates;

import java.util.regex.Pattern;

/** What a decision says it was taken against: "promote the replica instead of waiting". */
final class Rejected {
  private static final Pattern AGAINST =
      Pattern.compile(
          "\\b(?:instead of|rather than|rejected:?|and not)\\s+([^.;\\n]{2,200})",
          Pattern.CASE_INSENSITIVE);

  private Rejected() {}

  /** The first that is named, as it was typed; empty when the decision names none. */
  static String in(String decision) {
    var found = AGAINST.matcher(decision);
    return found.find() ? found.group(1).strip() : "";
  }
}
