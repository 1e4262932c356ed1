package io.evenkeel.runbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runbook's file as it was understood.
 *
 * @param runbook null where it cannot be followed
 * @param remarks what it lacks, in the order of its lines
 */
public record Reading(@Nullable Runbook runbook, List<Remark> remarks) {
  /** So many steps nobody follows; the rest is left out, and that is said. */
  public static final int MOST_STEPS = 200;

  static final int LONGEST_TEXT = 1_500;
  static final int LONGEST_COMMAND = 2_900;
  private static final int LONGEST_TITLE = 150;

  public Reading {
    remarks = List.copyOf(remarks);
  }

  /** The front matter of a file, apart from the Markdown below it. */
  public record Front(String yaml, String markdown, int line) {
    /**
     * @return with "" where the file has none
     */
    public static Front of(String file) {
      String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
      text = text.replace("\r\n", "\n").replace('\r', '\n');
      int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
      if (end < 0) {
        return new Front("", text, 1);
      }
      String yaml = text.substring(4, Math.max(4, end));
      return new Front(
          yaml, text.substring(end + 5), 2 + (int) text.substring(0, end + 4).lines().count() - 1);
    }
  }

  /**
   * Reads the Markdown below the front matter. Never throws, for any text.
   *
   * @param name the file's, without {@code .md}
   * @param line on which the Markdown begins in its file
   */
  public static Reading of(String name, Use use, String markdown, int line) {
    var parsing = new Parsing();
    parsing.read(clean(markdown), line);
    var remarks = new ArrayList<Remark>();
    if (parsing.title().isEmpty()) {
      remarks.add(new Remark(0, "has no title", "Begin it with \"# \" and what fails"));
    }
    if (use.saysNothing()) {
      remarks.add(
          new Remark(
              0,
              "says in no front matter when it is meant",
              "Write services:, alerts: or labels: between two lines of three dashes at its top"));
    }
    remarks.addAll(parsing.missing());
    remarks.addAll(parsing.remarks());
    List<Step> steps = parsing.steps();
    if (steps.size() > MOST_STEPS) {
      remarks.add(
          new Remark(
              0,
              "has " + steps.size() + " steps, and " + MOST_STEPS + " are taken",
              "Make several runbooks of it"));
    }
    if (steps.isEmpty()) {
      remarks.add(new Remark(0, "has no step", "Write a list below \"## Diagnosis\""));
      return new Reading(null, remarks);
    }
    String title = parsing.title().isEmpty() ? name : cut(parsing.title(), LONGEST_TITLE);
    return new Reading(
        new Runbook(name, title, use, steps.subList(0, Math.min(MOST_STEPS, steps.size()))),
        remarks);
  }

  /** Cut between characters, never within one. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** Without controls and marks of direction: what is shown is what is there. */
  private static String clean(String text) {
    return text.replaceAll(
        "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]",
        "");
  }
}
