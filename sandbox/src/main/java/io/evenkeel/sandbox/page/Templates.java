package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Html;
import io.evenkeel.sandbox.page.markup.Reader;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The page's templates. All values are escaped by {@link Html} unless a filter made them HTML. */
final class Templates {

  private final PebbleEngine engine;

  Templates() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("sandbox/page");
    loader.setSuffix(".peb");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .extension(new Filters())
            .addEscapingStrategy("page", Html::escape)
            .defaultEscapingStrategy("page")
            .autoEscaping(true)
            .defaultLocale(Locale.ENGLISH)
            .build();
  }

  /** HTML of one template for one reader. */
  String render(String template, Reader reader, Map<String, ?> values) {
    Map<String, Object> context = new HashMap<>(values);
    context.put("reader", reader);
    StringWriter html = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(html, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }
}
