package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Markup;
import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Bookmark;
import io.evenkeel.sandbox.workspace.Json;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What templates may do with text. Each needs the variable {@code reader}. */
final class Filters extends AbstractExtension {

  @Override
  public Map<String, Filter> getFilters() {
    return Map.ofEntries(
        html("mrkdwn", (text, markup) -> markup.mrkdwn(text)),
        html("plain", (text, markup) -> markup.plain(text)),
        html("markdown", (text, markup) -> markup.markdown(text)),
        html("emoji", (name, markup) -> markup.emoji(name)),
        html("opening", (address, markup) -> markup.link(address, "Open link")),
        entry("spaced", (value, reader) -> value.toString().replace('_', ' ')),
        entry("json", (value, reader) -> Json.text(filled(value))),
        entry("rich", (value, reader) -> safe(new Markup(reader).rich((Map<?, ?>) value))),
        entry("choices", (value, reader) -> Choices.of((Map<?, ?>) value, reader)),
        entry("bookmark", (value, reader) -> safe(bookmark((Bookmark) value, reader))),
        Map.entry("filled", new FilledFilter()));
  }

  /** A map without the fields that have no value; anything else as it is. */
  private static Object filled(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      return value;
    }
    Map<Object, Object> filled = new LinkedHashMap<>(fields);
    filled.values().removeIf(Objects::isNull);
    return filled;
  }

  private static String bookmark(Bookmark bookmark, Reader reader) {
    Markup markup = new Markup(reader);
    String glyph = bookmark.emoji().isEmpty() ? ":link:" : bookmark.emoji();
    return "<span class=\"mark\">%s %s</span>"
        .formatted(markup.plain(glyph), markup.link(bookmark.link(), bookmark.title()));
  }

  private static SafeString safe(String html) {
    return new SafeString(html);
  }

  private static Map.Entry<String, Filter> html(
      String name, BiFunction<String, Markup, String> work) {
    return entry(name, (value, reader) -> safe(work.apply(value.toString(), new Markup(reader))));
  }

  private static Map.Entry<String, Filter> entry(
      String name, BiFunction<Object, Reader, Object> work) {
    return Map.entry(name, new ReaderFilter(work));
  }

  private static Reader reader(EvaluationContext context) {
    if (context.getVariable("reader") instanceof Reader reader) {
      return reader;
    }
    throw new IllegalStateException("The template was rendered without its reader.");
  }

  private record ReaderFilter(BiFunction<Object, Reader, Object> work) implements Filter {

    @Override
    public @Nullable Object apply(
        @Nullable Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return input == null ? null : work.apply(input, reader(context));
    }

    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }
  }

  private static final class FilledFilter implements Filter {

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return Filled.of((Map<?, ?>) input, args.get("state"), reader(context).zone());
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of("state");
    }
  }
}
