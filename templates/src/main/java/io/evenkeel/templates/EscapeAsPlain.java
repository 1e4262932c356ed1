package io.evenkeel.templates;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For text that is shown as it is, where no markup is read: only control and direction marks are
 * left out. Whoever shows it escapes it for the place.
 */
final class EscapeAsPlain implements Filter {
  private static final Pattern UNSHOWN =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  @Override
  public @Nullable Object apply(
      @Nullable Object input,
      Map<String, Object> arguments,
      PebbleTemplate template,
      EvaluationContext context,
      int line) {
    return input == null || input instanceof SafeString
        ? input
        : new SafeString(UNSHOWN.matcher(input.toString()).replaceAll(""));
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of("strategy");
  }
}
