package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Read back by CommonMark's reference parser for Java, with tables. */
final class MarkdownTextTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** What a template may have written around a text; the text itself becomes none of it. */
  private static final Set<Class<? extends Node>> AROUND =
      Set.of(
          Document.class,
          Paragraph.class,
          BulletList.class,
          ListItem.class,
          BlockQuote.class,
          Heading.class,
          TableBlock.class,
          TableHead.class,
          TableBody.class,
          TableRow.class,
          TableCell.class);

  static Stream<String> hostile() {
    return Stream.of(
        "# heading",
        "#hashtag #",
        "C#",
        "a\n# b\n## c",
        "Setext\n===",
        "Setext\n---",
        "Setext\n- - -\n***\n___\n_ _ _",
        "> quote",
        ">quote\n>more",
        "- item\n+ item\n* item\n-\n+",
        "1. one\n2) two\n123456789. x\n1.\n1234567890. y",
        "```\ncode\n```\n~~~ x",
        "    indented code",
        "\tindented code",
        "`code` ``more``",
        "*em* **strong** _em_ __strong__ snake_case a_b_ _a_b __init__ 2*3*4",
        "[link](http://evil.example) ![image](x.png)",
        "[ref]\n\n[ref]: http://evil.example",
        "[^1] [ ] [x]",
        "<http://auto.example> <me@example.com> http://bare.example www.bare.example",
        "<script>alert(1)</script>",
        "<!-- comment\n--> <?php ?> <!DOCTYPE x> <![CDATA[x]]>",
        "<div>\nblock",
        "</textarea>\n<style>",
        "&amp; &lt; &#35; &#x23; &copy a && b & c &nosuch;",
        "back\\slash \\* \\\\ \\",
        "ends in a backslash\\\nnext",
        "two spaces  \nnext",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "a\n:-",
        "a\n-:\n:--:",
        "a | b\n--- | ---\n1 | 2",
        "~~strike~~ ~one~ $x$ $$y$$",
        "Bang!",
        "\u202Eright to left\u202C \u200Fmark\u061C",
        "bell\u0007 null\u0000 escape\u001B[31m vt\u000B ff\u000C nel\u0085",
        "emoji \uD83D\uDE80 lone \uD83D surrogate",
        "<!channel> @here :tada: <@U123|alice>",
        "cr\rcrlf\r\nlf\n\n\nblank lines",
        "\u00A0nbsp \u3000wide\u2028line separator",
        "{{ incident }} {% raw %} {# comment #}",
        "---\ntitle: front matter\n---",
        "",
        "  \n \t ");
  }

  static Stream<String> random() {
    String alphabet = "ab1 29.\\`*_[]()<>#+-=|~!&;:/\"'\n\n\t {}%$@^é→\uD83D\uDE80w";
    List<String> starts =
        List.of(
            "- ", "1. ", "# ", "> ", "---", "===", "```", "<a>", "&lt;", "[a]: ", "    ", "|-|");
    return LongStream.range(0, 4000)
        .mapToObj(seed -> {
          var random = new Random(seed);
          var text = new StringBuilder();
          for (int i = random.nextInt(40); i >= 0; i--) {
            if (random.nextInt(8) == 0) {
              text.append('\n').append(starts.get(random.nextInt(starts.size())));
            }
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
          }
          return text.toString();
        });
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsShownAsItWasTyped(String typed) {
    isShownAsTyped(typed);
  }

  static List<Path> kept() throws IOException {
    try (var files =
        Files.list(
            Path.of(
                "src/test/resources/io/evenkeel/templates/MarkdownJazzerTestInputs/everyTextIsShownAsItWasTyped"))) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatTheFuzzerKeepsIsShownAsItWasTyped(Path input) throws IOException {
    isShownAsTyped(new String(Files.readAllBytes(input), StandardCharsets.UTF_8));
  }

  @Test
  void randomTextIsShownAsItWasTyped() {
    random().forEach(MarkdownTextTest::isShownAsTyped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "Increased connection pool size → Increased connection pool size",
        "INC-1: 5% of db_pool_size (was 10) → INC-1: 5% of db_pool_size (was 10)",
        "see #incidents, R&D & more! ok → see #incidents, R\\&D & more! ok",
        "-5 degrees, 3.5 GB -> 2 → -5 degrees, 3.5 GB -> 2",
        "https://example.com → https\\://example.com",
      })
  void whatNeedsNoEscapeIsLeftReadable(String typed, String written) {
    assertThat(MarkdownText.escape(typed)).isEqualTo(written);
  }

  static void isShownAsTyped(String typed) {
    String written = MarkdownText.escape(typed);
    String shown = shown(typed);
    if (!shown.isEmpty()) {
      read("- 14:32 UTC (T+2m): " + written + "\n- next\n", "14:32 UTC (T+2m): " + shown + "next");
      read("Before.\n\n" + written + "\n\nAfter.\n", "Before." + shown + "After.");
      read("> " + written + "\n\nAfter.\n", shown + "After.");
      read("Before: " + written + "\nAfter.\n", "Before: " + shown + "\nAfter.");
    }
    String one = MarkdownText.escape(typed.replaceAll("\\R+", " "));
    String shownInOne = shown(typed.replaceAll("\\R+", " "));
    read("# Title: " + one + " on 2026-11-21\n", "Title: " + shownInOne + " on 2026-11-21");
    read("| a | b |\n| --- | --- |\n| " + one + " | x |\n", "ab" + shownInOne + "x");
  }

  /** Markdown cannot show blanks around a line, blank lines or control marks. */
  private static String shown(String typed) {
    String text =
        typed
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E]", "")
            .replaceAll("\\p{Cs}", "\uFFFD");
    return Arrays.stream(text.split("\n"))
        .map(line -> line.replaceAll("^[ \\t]+|[ \\t]+$", ""))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static void read(String markdown, String expected) {
    var text = new StringBuilder();
    collect(PARSER.parse(markdown), text, markdown);
    assertThat(text.toString().replaceAll(" +", " "))
        .as(markdown)
        .isEqualTo(expected.replaceAll(" +", " "));
  }

  private static void collect(Node node, StringBuilder text, String markdown) {
    switch (node) {
      case Text literal -> text.append(literal.getLiteral());
      case HardLineBreak _ -> text.append('\n');
      case SoftLineBreak _ -> text.append('\n');
      default ->
          assertThat(AROUND.contains(node.getClass())).as("%s in %s", node, markdown).isTrue();
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      assertThat(child).as(markdown).satisfies(found -> placed(node, found));
      collect(child, text, markdown);
    }
  }

  /** A list only at the top, nothing but paragraphs in items: what the surroundings wrote. */
  private static void placed(Node parent, Node child) {
    if (child instanceof BulletList || child instanceof BlockQuote || child instanceof Heading) {
      assertThat(parent).isInstanceOf(Document.class);
    }
  }
}
