package io.evenkeel.templates;

import io.evenkeel.hash.Sha256;
import java.util.Base64;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A postmortem as one page that needs nothing else: no script, no font, no image from anywhere.
 * Made from the Markdown, so that it shows what people wrote into it, too. HTML in the Markdown is
 * shown as text. Safe for any number of threads.
 */
public final class WebPage {
  /** How it looks; the page below a server loads it as a file. */
  public static final String STYLE = Shipped.read("postmortem/page.css");

  /**
   * What a browser may load for it, to be sent as {@code Content-Security-Policy}; the page says so
   * itself, too, for when it is opened from a folder.
   */
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(Prompts::new)
          .nodeRendererFactory(LongLists::new)
          .nodeRendererFactory(Pictures::new)
          .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private WebPage() {}

  /**
   * @param markdown CommonMark with GFM's tables, with or without front matter
   * @return an HTML document in UTF-8
   */
  public static String of(String markdown) {
    Node document = PARSER.parse(withoutFrontMatter(markdown));
    String policy = Html.escaped(POLICY);
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    <main>
    """
            .formatted(policy, Html.escaped(title(document)), STYLE)
        + HTML.render(document)
        + "</main>\n</body>\n</html>\n";
  }

  /**
   * The same as a server shows it: nothing is inline, so that the policy may forbid that.
   *
   * @param style where {@link #STYLE} is
   * @param bar HTML that stands above it; the caller has escaped what it must
   */
  public static String served(String markdown, String style, String bar) {
    Node document = PARSER.parse(withoutFrontMatter(markdown));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="%s">
    </head>
    <body>
    %s<main>
    """
            .formatted(Html.escaped(title(document)), Html.escaped(style), bar)
        + HTML.render(document)
        + "</main>\n</body>\n</html>\n";
  }

  /** The lines between the first two of three dashes, when the document begins with such. */
  static String withoutFrontMatter(String markdown) {
    if (!markdown.startsWith("---\n")) {
      return markdown;
    }
    int end = markdown.indexOf("\n---\n", 3);
    return end < 0 ? markdown : markdown.substring(end + "\n---\n".length());
  }

  private static String title(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        return TEXT.render(node).strip();
      }
    }
    return "Postmortem";
  }

  private static String hash(String style) {
    return Base64.getEncoder().encodeToString(Sha256.of(style));
  }
}
