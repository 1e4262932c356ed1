package io.evenkeel.incident;

import java.util.List;

/**
 * What a message in Slack says, as Slack gives it.
 *
 * @param text escaped, with references to people and channels; empty when it has only files
 * @param images the names of its images
 * @param files the names of its other files
 */
public record Wording(String text, List<String> images, List<String> files) {
  public Wording {
    images = List.copyOf(images);
    files = List.copyOf(files);
  }

  /** Nothing can be told of it. */
  public boolean blank() {
    return text.isBlank() && images.isEmpty() && files.isEmpty();
  }
}
