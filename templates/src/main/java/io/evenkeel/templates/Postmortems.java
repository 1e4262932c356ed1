package io.evenkeel.templates;

import io.evenkeel.postmortem.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes the postmortem draft as a Markdown document. The same draft always gives the same bytes,
 * on any machine. Safe for any number of threads.
 */
public final class Postmortems {
  private static final String DEFAULT = "postmortem/default.md";

  private final Template template;

  private Postmortems(Template template) {
    this.template = template;
  }

  /**
   * @param own a directory whose {@code postmortem/default.md} replaces Evenkeel's; null for none
   * @throws BadTemplate when it is there and cannot be used
   */
  public static Postmortems load(@Nullable Path own) {
    Path replaced = own == null ? null : own.resolve(DEFAULT);
    if (replaced != null && Files.exists(replaced)) {
      try {
        return new Postmortems(new Template(replaced.toString(), Files.readString(replaced)));
      } catch (IOException e) {
        throw new BadTemplate(
            "The template " + replaced + " cannot be read as UTF-8: check it and its rights.", e);
      }
    }
    return new Postmortems(new Template(DEFAULT, Shipped.read(DEFAULT)));
  }

  /**
   * The draft as CommonMark with GFM's tables: UTF-8 text, LF, one line end at the end.
   *
   * @throws BadTemplate when a template that an operator brought fails on it
   */
  public String markdown(Draft draft) {
    var values = new PostmortemValues(draft);
    return FrontMatter.of(draft, "default")
        + "\n"
        + template.render(limits -> values.under(limits, false));
  }
}
