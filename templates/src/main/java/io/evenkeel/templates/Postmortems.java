package io.evenkeel.templates;

import io.evenkeel.incident.Severity;
import io.evenkeel.postmortem.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the postmortem draft as a Markdown document. The same draft always gives the same bytes,
 * on any machine. Safe for any number of threads.
 *
 * <p>A team's own template that is broken never stands in the way: Evenkeel's own is used, and what
 * is wrong with theirs is told.
 */
public final class Postmortems {
  /** The template that stands in for every other. */
  public static final String DEFAULT = "default";

  /** Those that come with Evenkeel. */
  public static final List<String> BUILT_IN =
      List.of(DEFAULT, "google-sre", "pagerduty", "howie", "lightweight");

  private final Map<String, Template> own = new TreeMap<>();
  private final Map<String, Template> shipped = new TreeMap<>();
  private final Map<String, String> bySeverity;
  private final List<String> faults = new ArrayList<>();

  /**
   * How a document is wanted.
   *
   * @param template its name; null for the one that the incident's severity has
   * @param gantt the phases as a Mermaid diagram in the appendix
   */
  public record Wanted(@Nullable String template, boolean gantt) {
    public static final Wanted USUAL = new Wanted(null, false);
  }

  /**
   * A document as it was written.
   *
   * @param markdown CommonMark with GFM's tables and YAML front matter: UTF-8 text, LF, one line
   *     end at the end
   * @param template what wrote it
   * @param fault why another template than the wanted one did; empty when none did
   */
  public record Document(String markdown, String template, String fault) {}

  private Postmortems(Map<String, String> bySeverity) {
    this.bySeverity = Map.copyOf(bySeverity);
  }

  /** Evenkeel's templates and those of a directory, {@code default} for every severity. */
  public static Postmortems load(@Nullable Path directory) {
    return load(directory, Map.of());
  }

  /**
   * @param directory a directory whose {@code postmortem/NAME.md} are templates, beside Evenkeel's
   *     own or in their place; null for none
   * @param bySeverity a template's name by a severity's name
   */
  public static Postmortems load(@Nullable Path directory, Map<String, String> bySeverity) {
    var postmortems = new Postmortems(bySeverity);
    for (String name : BUILT_IN) {
      String file = "postmortem/" + name + ".md";
      postmortems.shipped.put(name, Template.shipped(file));
    }
    if (directory != null) {
      OwnTemplates.read(directory.resolve("postmortem"), postmortems.own, postmortems.faults);
      postmortems.rehearse();
    }
    bySeverity.forEach(postmortems::checkChoice);
    return postmortems;
  }

  /** What is wrong with templates and their choice, in words; nothing of it stops a document. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** All that can be asked for, in alphabetical order. */
  public Set<String> names() {
    var names = new TreeSet<>(shipped.keySet());
    names.addAll(own.keySet());
    return names;
  }

  /** The draft as it is usually wanted. */
  public String markdown(Draft draft) {
    return write(draft, Wanted.USUAL).markdown();
  }

  /** Writes it with the wanted template, or with Evenkeel's own where that one cannot be used. */
  public Document write(Draft draft, Wanted wanted) {
    String asked = wanted.template();
    String name = asked == null ? chosen(draft.incident().severity()) : asked;
    Template theirs = own.get(name);
    if (theirs != null) {
      try {
        return document(draft, name, theirs, wanted.gantt(), "");
      } catch (BadTemplate e) {
        return instead(draft, name, wanted.gantt(), e.getMessage());
      }
    }
    return shipped.containsKey(name)
        ? instead(draft, name, wanted.gantt(), "")
        : instead(draft, DEFAULT, wanted.gantt(), missing(name));
  }

  private Document instead(Draft draft, String name, boolean gantt, @Nullable String fault) {
    String known = shipped.containsKey(name) ? name : DEFAULT;
    Template template = shipped.get(known);
    if (template == null) {
      throw new IllegalStateException(known + " is not among the templates of the jar");
    }
    String why = fault == null || fault.isEmpty() ? "" : fault + " Evenkeel's own is used.";
    return document(draft, known, template, gantt, why);
  }

  private static Document document(
      Draft draft, String name, Template template, boolean gantt, String fault) {
    var values = new PostmortemValues(draft);
    String body = template.render(limits -> values.under(limits, gantt));
    return new Document(FrontMatter.of(draft, name) + "\n" + body, name, fault);
  }

  private String chosen(Severity severity) {
    String byName = bySeverity.get(severity.name());
    return byName == null ? bySeverity.getOrDefault("", DEFAULT) : byName;
  }

  /** A name that is not there is found now, not at the first incident of that severity. */
  private void checkChoice(String severity, String name) {
    if (!names().contains(name)) {
      faults.add((severity.isEmpty() ? "" : "For " + severity + ": ") + missing(name));
    }
  }

  private String missing(String name) {
    return "There is no template \"%s\". There are: %s."
        .formatted(name, String.join(", ", names()));
  }

  /** What a template asks for and is not there shows only when it is written. */
  private void rehearse() {
    Draft example = Example.draft();
    own.entrySet()
        .removeIf(named -> {
          try {
            document(example, named.getKey(), named.getValue(), true, "");
            return false;
          } catch (BadTemplate e) {
            faults.add(e.getMessage() + " Evenkeel's own is used.");
            return true;
          }
        });
  }
}
