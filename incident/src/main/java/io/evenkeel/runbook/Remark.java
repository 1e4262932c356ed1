package io.evenkeel.runbook;

/**
 * Something that a runbook lacks, or that does not work at night.
 *
 * @param line counted from 1; 0 where it is about the whole file
 * @param wrong what it is: "has no heading ## Symptoms"
 * @param mend what to write instead
 */
public record Remark(int line, String wrong, String mend) {
  /** In a file of that name. */
  public String in(String file) {
    return file + (line == 0 ? "" : ":" + line) + ": " + wrong + ". " + mend + ".";
  }
}
