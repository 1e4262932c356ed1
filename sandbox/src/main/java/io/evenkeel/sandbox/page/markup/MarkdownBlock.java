package io.evenkeel.sandbox.page.markup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Standard Markdown, as in Slack's {@code markdown} block and in previews of {@code .md} files.
 * HTML inside it is shown as text; images are shown as their words, for nothing is loaded from
 * elsewhere.
 */
final class MarkdownBlock {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>")
          .nodeRendererFactory(ImageWords::new)
          .attributeProviderFactory(context -> MarkdownBlock::openElsewhere)
          .build();

  private MarkdownBlock() {}

  static String html(String markdown) {
    return RENDERER.render(PARSER.parse(Html.readable(markdown)));
  }

  private static void openElsewhere(Node node, String tag, Map<String, String> attributes) {
    if (tag.equals("a")) {
      attributes.put("target", "_blank");
      attributes.put("rel", "noopener noreferrer nofollow");
    }
  }

  private record ImageWords(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node image) {
      context.getWriter().tag("span", Map.of("class", "image-words"));
      context.getWriter().text("\uD83D\uDDBC ");
      for (Node word = image.getFirstChild(); word != null; word = word.getNext()) {
        context.render(word);
      }
      context.getWriter().tag("/span");
    }
  }
}
