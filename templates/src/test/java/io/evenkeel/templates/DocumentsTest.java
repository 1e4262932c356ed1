package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.postmortem.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in template, read back by CommonMark and held to markdownlint's rules. */
final class DocumentsTest {
  static final List<String> TEMPLATES = Postmortems.BUILT_IN;

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Postmortems postmortems = Postmortems.load(null);

  static Stream<Arguments> documents() {
    return TEMPLATES.stream()
        .flatMap(template ->
            Stream.of(
                    Stories.apiServiceDown(),
                    Stories.databasePrimaryDown(),
                    Stories.hostileAndOpen(),
                    Stories.hostileEverywhere(),
                    Stories.cancelled(),
                    Stories.withActionItems())
                .map(draft -> Arguments.of(template, draft)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDocumentKeepsTheRulesOfMarkdownlint(String template, Draft draft) {
    assertThat(MarkdownRules.broken(write(template, draft, false))).isEmpty();
    assertThat(MarkdownRules.broken(write(template, draft, true))).isEmpty();
  }

  @Test
  void theRulesFindWhatIsBroken() {
    assertThat(MarkdownRules.broken("# a\ntext \n- x\n\n\n### b\n\n<b>x</b>\n\n# a"))
        .hasSizeGreaterThan(7);
  }

  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void whatPeopleTypedAddsNoHeadingNoEntryAndNoLink(String template) {
    Node tame = read(write(template, Stories.apiServiceDown(), false));
    Draft hostile = Stories.hostileEverywhere();
    Node wild = read(write(template, hostile, false));

    assertThat(headings(wild).subList(1, headings(wild).size()))
        .isEqualTo(headings(tame).subList(1, headings(tame).size()));
    assertThat(headings(wild).getFirst())
        .isEqualTo("Postmortem: " + hostile.incident().title() + " on 2026-11-21");
    assertThat(longestList(wild)).isEqualTo(hostile.timeline().size());
    assertThat(links(wild))
        .allMatch(link -> link.startsWith("https://slack.example/a%29b%28c%3Cd%3Ee%7Cf%60g%60"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void noMarkerAndNoPromptComesFromWhatPeopleTyped(String template) {
    assertThat(comments(write(template, Stories.hostileEverywhere(), false)))
        .isEqualTo(comments(write(template, Stories.apiServiceDown(), false)));
  }

  @Test
  void frontMatterEndsWhereItShould() {
    String[] parts = write("default", Stories.hostileEverywhere(), false).split("(?m)^---$", 3);

    assertThat(parts[1]).contains("incident: INC-1").contains("template: \"default\"");
    assertThat(parts[1].lines().filter(line -> line.startsWith("name: "))).hasSize(1);
    assertThat(parts[2]).startsWith("\n\n<!-- evenkeel:begin opening -->");
  }

  @Test
  void anAddressWithAMarkOfDirectionIsStillOneLink() {
    assertThat(EvidenceLink.of("https://example.org/?a=1&copy;=2#x"))
        .hasToString("[evidence](https://example.org/?a=1&amp;copy;=2#x)");
    assertThat(EvidenceLink.of("javascript:alert(1)")).isEqualTo("evidence: javascript:alert(1)");
  }

  @Test
  void thePhasesAreDrawnOnRequest() {
    assertThat(write("default", Stories.apiServiceDown(), true))
        .contains("### Phases")
        .contains("```mermaid\ngantt\n    title INC-1, times in UTC\n")
        .contains("\n    Detected to declared : 2026-11-21T14:30:00, 2026-11-21T14:32:00\n");
    assertThat(write("default", Stories.apiServiceDown(), false)).doesNotContain("mermaid");
  }

  private String write(String template, Draft draft, boolean gantt) {
    return postmortems.write(draft, new Postmortems.Wanted(template, gantt)).markdown();
  }

  private static List<String> comments(String markdown) {
    return markdown.lines().filter(line -> line.startsWith("<!--")).toList();
  }

  private static Node read(String markdown) {
    return PARSER.parse(WebPage.withoutFrontMatter(markdown));
  }

  private static List<String> headings(Node document) {
    var headings = new ArrayList<String>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(TextContentRenderer.builder().build().render(heading));
          }
        });
    return headings;
  }

  private static List<String> links(Node document) {
    var links = new ArrayList<String>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link.getDestination());
          }
        });
    return links;
  }

  private static int longestList(Node document) {
    int longest = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof BulletList) {
        int items = 0;
        for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
          assertThat(item).isInstanceOf(ListItem.class);
          items++;
        }
        longest = Math.max(longest, items);
      }
    }
    return longest;
  }
}
