package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The app's Home tab as one person sees it.
 *
 * @param id the view's id; empty while the app has published nothing
 * @param version changes with every publication
 */
record Home(String id, String version, List<Map<String, @Nullable Object>> blocks) {

  static Home of(@Nullable View view) {
    return view == null
        ? new Home("", "none", List.of())
        : new Home(view.id(), view.hash(), Plain.maps(view.content().path("blocks")));
  }
}
