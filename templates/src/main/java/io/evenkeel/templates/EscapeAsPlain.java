package io.evenkeel.templates;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For text that is shown as it is, where no markup is read: only control and direction marks are
 * left out. Whoever shows it escapes it for the place.
 */
final class EscapeAsPlain implements Filter {
  @Override
  public @Nullable Object apply(
      @Nullable Object input,
      Map<String, Object> arguments,
      PebbleTemplate template,
      EvaluationContext context,
      int line) {
    return input == null || input instanceof SafeString
        ? input
        : new SafeString(MarkdownText.UNSHOWN.matcher(input.toString()).replaceAll(""));
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of("strategy");
  }
}
