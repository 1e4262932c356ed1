package io.evenkeel.sandbox.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modal on top of one person's stack. */
record Modal(String id, String title, String submit, String close, List<Field> fields) {

  /**
   * A block of it.
   *
   * @param error what the app found wrong here at the last submission, or null
   * @param state the value the workspace keeps for it, or null
   */
  record Field(
      String key,
      Map<String, @Nullable Object> block,
      @Nullable String error,
      @Nullable Object state) {

    public String version() {
      return Integer.toHexString(hashCode());
    }
  }
}
