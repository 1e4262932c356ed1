package io.evenkeel.templates;

/** A text where a heading or a table's cell stands, which ends at a line end. */
final class OneLine {
  private OneLine() {}

  static String of(String text) {
    return text.replaceAll("\\R+", " ");
  }
}
