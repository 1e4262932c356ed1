package io.evenkeel.postmortem.revision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that say whose text it is. Each stands alone on its line, at the line's begin. */
final class Marker {
  private static final String NAME = "([A-Za-z0-9][A-Za-z0-9_.-]{0,63})";
  private static final Pattern BEGIN = Pattern.compile("<!-- evenkeel:begin " + NAME + " -->");
  private static final Pattern END = Pattern.compile("<!-- evenkeel:end " + NAME + " -->");
  private static final Pattern CONFLICT = Pattern.compile("<!-- evenkeel:conflict " + NAME + ":.*");
  private static final Pattern CLOSING = Pattern.compile("--(!?)(\\\\*)>");
  private static final Pattern CLOSING_KEPT = Pattern.compile("--(!?)\\\\(\\\\*)>");
  private static final Pattern OPENING = Pattern.compile("<(\\\\*)!--");
  private static final Pattern OPENING_KEPT = Pattern.compile("<\\\\(\\\\*)!--");

  static final String CLOSE = "-->";

  private Marker() {}

  static Optional<String> begin(String line) {
    return name(BEGIN, line);
  }

  static Optional<String> end(String line) {
    return name(END, line);
  }

  /** The first line of a conflict; the comment goes on behind it. */
  static Optional<String> conflict(String line) {
    return line.contains(CLOSE) ? Optional.empty() : name(CONFLICT, line);
  }

  static boolean any(String line) {
    return line.startsWith("<!-- evenkeel:");
  }

  static String begin(String name, String lineEnd) {
    return "<!-- evenkeel:begin " + name + " -->" + lineEnd;
  }

  static String end(String name, String lineEnd) {
    return "<!-- evenkeel:end " + name + " -->" + lineEnd;
  }

  /**
   * The comment that keeps what a person wrote where the machine had to renew it: a first line that
   * says why, then their lines, then the comment's end.
   */
  static Piece.Conflict conflict(String name, String kept, String lineEnd) {
    String text =
        "<!-- evenkeel:conflict "
            + name
            + ": somebody edited this part, and Evenkeel has renewed it since. Their text follows."
            + " Take over what is needed, then delete this comment."
            + lineEnd
            + escaped(kept)
            + (kept.endsWith("\n") ? "" : lineEnd)
            + CLOSE
            + lineEnd;
    return new Piece.Conflict(name, text, kept);
  }

  /** What the lines of a conflict keep. */
  static String kept(String lines) {
    String closed = CLOSING_KEPT.matcher(lines).replaceAll("--$1$2>");
    return OPENING_KEPT.matcher(closed).replaceAll("<$1!--");
  }

  /** A comment within a comment neither begins nor ends one. */
  private static String escaped(String lines) {
    String opened = OPENING.matcher(lines).replaceAll("<\\\\$1!--");
    return CLOSING.matcher(opened).replaceAll("--$1\\\\$2>");
  }

  private static Optional<String> name(Pattern form, String line) {
    Matcher match = form.matcher(Lines.bare(line));
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }
}
