package io.evenkeel.people;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Roles in the place of people, in a Markdown text. Ids, mentions, e-mail addresses, handles and
 * full names are always caught, also in quotes, code, comments and links; a common word that may be
 * a name stays and becomes a question.
 */
public final class People {
  /** Where readers inside look for who does what. */
  private static final Set<String> KEPT = Set.of("roles", "actions", "tasks", "runbooks");

  private static final Pattern KEPT_HEADING =
      Pattern.compile(
          "(?i)(#{1,6})\\s+.*\\b(action items?|actions|roles|owners?|attendees|authors?)\\b.*");

  /** A timeline's line that says who took, offered or left a role, and is not a quote. */
  private static final Pattern CUSTODY =
      Pattern.compile(
          "- (?!.* wrote: ).*(?: (?:is|was|be) (?:no longer )?(?:acting )?| the role of )"
              + "(?:incident commander|tech lead|communications lead|scribe)\\b.*"
              + "|- (?!.* wrote: ).* lays command down .*");

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s.*");

  private People() {}

  /** For readers outside: nobody is named. */
  public static Recast outside(String markdown, Cast cast) {
    var scan = new Scan(markdown, cast);
    scan.over(0, markdown.length());
    return scan.done();
  }

  /**
   * For readers inside: names stay in front matter, roles, tasks and actions, also where the
   * timeline says who took a role, and become roles in the narrative.
   */
  public static Recast inside(String markdown, Cast cast) {
    var scan = new Scan(markdown, cast);
    int start = frontMatter(markdown);
    scan.keep(0, start);
    String block = "";
    int kept = 0;
    int from = start;
    boolean keeping = false;
    while (start < markdown.length()) {
      int newline = markdown.indexOf('\n', start);
      int end = newline < 0 ? markdown.length() : newline + 1;
      String line = markdown.substring(start, end).strip();
      block = line.startsWith("<!-- evenkeel:begin ") ? name(line) : block;
      kept = heading(line, kept);
      boolean keep =
          KEPT.contains(block)
              || (kept > 0 && block.isEmpty())
              || (block.equals("timeline") && CUSTODY.matcher(line).matches());
      if (keep != keeping) {
        scan.part(from, start, keeping);
        from = start;
        keeping = keep;
      }
      block = line.startsWith("<!-- evenkeel:end ") ? "" : block;
      start = end;
    }
    scan.part(from, markdown.length(), keeping);
    return scan.done();
  }

  private static String name(String marker) {
    return marker.substring("<!-- evenkeel:begin ".length()).split("\\s", 2)[0];
  }

  /** The depth of the heading whose section keeps its names; 0 for none. */
  private static int heading(String line, int kept) {
    var heading = HEADING.matcher(line);
    if (!heading.matches()) {
      return kept;
    }
    int depth = heading.group(1).length();
    if (kept > 0 && depth > kept) {
      return kept;
    }
    return KEPT_HEADING.matcher(line).matches() ? depth : 0;
  }

  private static int frontMatter(String markdown) {
    int end = markdown.startsWith("---\n") ? markdown.indexOf("\n---\n", 3) : -1;
    return end < 0 ? 0 : end + "\n---\n".length();
  }
}
