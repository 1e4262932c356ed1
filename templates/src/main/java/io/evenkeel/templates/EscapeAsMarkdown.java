package io.evenkeel.templates;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which anything printed by a template is escaped. Pebble puts it around each value;
 * the strategy that it names, or that a template asks for, does not matter. What is no text is
 * refused.
 */
final class EscapeAsMarkdown implements Filter {
  @Override
  public @Nullable Object apply(
      @Nullable Object input,
      Map<String, Object> arguments,
      PebbleTemplate template,
      EvaluationContext context,
      int line) {
    if (input instanceof Ready ready) {
      return new SafeString(ready.markdown());
    }
    if (input == null || input instanceof SafeString) {
      return input;
    }
    if (!(input instanceof CharSequence || input instanceof Number || input instanceof Boolean)) {
      throw new PebbleException(null, "a list or a group is no text", line, template.getName());
    }
    return new SafeString(MarkdownText.escape(input.toString()));
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of("strategy");
  }
}
