package io.evenkeel.drill;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person does.
 *
 * @param text what, in one line
 * @param run a command to copy; nothing here ever runs one. Null when there is none
 * @param reference what a file of another tool would do, in words; null when there is none
 */
public record Step(String text, @Nullable String run, @Nullable String reference) {

  /** All of it in one line. */
  public String words() {
    return text
        + (reference == null ? "" : " (" + reference + ")")
        + (run == null ? "" : ". To copy: " + run);
  }
}
