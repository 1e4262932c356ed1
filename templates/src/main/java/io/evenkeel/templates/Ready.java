package io.evenkeel.templates;

/** Markdown that is finished: printed as it is. Pebble's own kind is undone before each filter. */
record Ready(String markdown) {
  @Override
  public String toString() {
    return markdown;
  }
}
