package io.evenkeel.templates;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One template, checked and compiled. Safe for any number of threads. */
final class Template {
  /** Far above any document of ours; a template of this size is a mistake. */
  private static final int LARGEST_SOURCE = 256 * 1024;

  /** A timeline of 10,000 long entries fits; a runaway template does not fill the memory. */
  private static final int LARGEST_RESULT = 64 * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Our own end by themselves: a machine under load takes its time and still gets its document. */
  private static final Duration LONGEST_OURS = Duration.ofSeconds(60);

  private static final PebbleEngine MARKDOWN = engine(new EscapeAsMarkdown());
  private static final PebbleEngine PLAIN = engine(new EscapeAsPlain());

  private final String name;
  private final PebbleTemplate compiled;
  private final Duration longest;

  /**
   * @param name how people find it, for the words of a fault
   * @throws BadTemplate when it is too large or says what no template may
   */
  Template(String name, String source) {
    this(name, source, MARKDOWN, LONGEST);
  }

  private Template(String name, String source, PebbleEngine engine, Duration longest) {
    this.name = name;
    this.longest = longest;
    if (source.length() > LARGEST_SOURCE) {
      throw new BadTemplate(
          "The template %s is larger than %d KB: shorten it."
              .formatted(name, LARGEST_SOURCE / 1024));
    }
    try {
      compiled = engine.getTemplate(source.replace("\r\n", "\n"));
    } catch (PebbleException e) {
      throw bad(e, e.getPebbleMessage() + " (line " + e.getLineNumber() + ")");
    }
  }

  /** The same for a text without markup. */
  static Template plain(String name, String source) {
    return new Template(name, source, PLAIN, LONGEST);
  }

  /** One that comes with Evenkeel, by its file: {@code postmortem/default.md}. */
  static Template shipped(String file) {
    return new Template(file, Shipped.read(file), MARKDOWN, LONGEST_OURS);
  }

  private static PebbleEngine engine(Filter escape) {
    return new PebbleEngine.Builder()
        .loader(new StringLoader())
        .registerExtensionCustomizer(everything -> new Allowed(everything, escape))
        .methodAccessValidator((object, method) -> false)
        .autoEscaping(true)
        .strictVariables(true)
        .newLineTrimming(false)
        .cacheActive(false)
        .defaultLocale(Locale.ROOT)
        .maxRenderedSize(LARGEST_RESULT)
        .build();
  }

  /**
   * @param values made under the limits of this rendering; only maps, lists, texts and booleans
   * @return with LF alone, no blanks at the end of a line, one line end at the end
   * @throws BadTemplate when it asks for what is not there, or takes too long or too much room
   */
  String render(Function<Limits, Map<String, Object>> values) {
    var limits = new Limits(longest);
    var written = new StringWriter();
    try {
      compiled.evaluate(limits.watch(written), values.apply(limits), Locale.ROOT);
    } catch (PebbleException e) {
      throw bad(e, e.getPebbleMessage() + " (line " + e.getLineNumber() + ")");
    } catch (Limits.OutOfTime e) {
      throw bad(e, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw bad(e, "it is nested too deeply");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadTemplate e) {
      throw e;
    } catch (RuntimeException e) {
      throw bad(e, "it asks for what is not there, or a filter for what it cannot work on");
    }
    return tidy(written.toString());
  }

  private BadTemplate bad(Throwable why, String words) {
    return new BadTemplate(
        "The template %s cannot be used: %s. Tags: for, if; filters: %s."
            .formatted(name, words, String.join(", ", Allowed.FILTERS.stream().sorted().toList())),
        why);
  }

  /** The lines that hold only tags leave blanks behind; user text holds no blank line to lose. */
  private static String tidy(String written) {
    return written.replaceAll("[ \\t]+(?=\\n)", "").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
  }
}
