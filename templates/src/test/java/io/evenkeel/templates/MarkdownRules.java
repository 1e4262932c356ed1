package io.evenkeel.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** The rules of markdownlint that a document of ours is held to, by their numbers there. */
final class MarkdownRules {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final List<String> broken = new ArrayList<>();
  private final List<String> lines;
  private final Map<Integer, Set<String>> titles = new HashMap<>();
  private int level;
  private int firsts;

  private MarkdownRules(String body) {
    lines = body.lines().toList();
  }

  /** What is broken, with the line; empty when nothing is. */
  static List<String> broken(String markdown) {
    String body = WebPage.withoutFrontMatter(markdown);
    var rules = new MarkdownRules(body);
    rules.text(markdown);
    for (Node node = PARSER.parse(body).getFirstChild(); node != null; node = node.getNext()) {
      rules.block(node);
    }
    return rules.broken;
  }

  private void text(String markdown) {
    check(markdown.endsWith("\n") && !markdown.endsWith("\n\n"), "MD047 one line end at the end");
    check(!markdown.contains("\n\n\n"), "MD012 no two blank lines");
    check(
        markdown.lines().noneMatch(line -> line.matches(".*[ \\t]")), "MD009 no blanks at the end");
    check(markdown.lines().noneMatch(line -> line.contains("\t")), "MD010 no tabs");
  }

  private void block(Node node) {
    switch (node) {
      case Heading heading -> {
        heading(heading);
        surrounded(node, "MD022 blank lines around a heading");
      }
      case ListBlock _ -> surrounded(node, "MD032 blank lines around a list");
      case FencedCodeBlock _ -> surrounded(node, "MD031 blank lines around a fence");
      case TableBlock _ -> surrounded(node, "MD058 blank lines around a table");
      case HtmlBlock html ->
          check(
              html.getLiteral().matches("<!-- (evenkeel:(begin|end) [a-z]+|prompt: .+?) -->"),
              "MD033 no HTML: " + html.getLiteral());
      default -> {
        // paragraphs and quotes have no rule of their own
      }
    }
    inline(node);
  }

  private void inline(Node node) {
    check(!(node instanceof HtmlInline), "MD033 no HTML in a line");
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      check(!(child instanceof HtmlBlock), "MD033 no HTML within a block");
      inline(child);
    }
  }

  private void heading(Heading heading) {
    int now = heading.getLevel();
    String title = TextContentRenderer.builder().build().render(heading);
    check(now <= level + 1, "MD001 one level at a time: " + title);
    check(now > 1 || ++firsts == 1, "MD025 one heading of the first level: " + title);
    for (int deeper = now + 1; deeper <= 6; deeper++) {
      titles.remove(deeper);
    }
    check(
        titles.computeIfAbsent(now, _ -> new HashSet<>()).add(title),
        "MD024 no two siblings of one name: " + title);
    level = now;
  }

  private void surrounded(Node node, String rule) {
    List<SourceSpan> spans = node.getSourceSpans();
    int before = spans.getFirst().getLineIndex() - 1;
    int after = spans.getLast().getLineIndex() + 1;
    check(before < 0 || lines.get(before).isBlank(), rule + ", line " + before);
    check(after >= lines.size() || lines.get(after).isBlank(), rule + ", line " + after);
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }
}
