package io.evenkeel.incident;

import java.util.Locale;

/**
 * Who may know: everybody, or the declarer, the role holders and the members of the private
 * channel.
 */
public enum Visibility {
  PUBLIC,
  PRIVATE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
