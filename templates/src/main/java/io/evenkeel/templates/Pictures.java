package io.evenkeel.templates;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * What is a picture in Markdown: the phases are drawn; an image is a link to it, as the page loads
 * nothing.
 */
final class Pictures implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  Pictures(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class, FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    HtmlWriter writer = context.getWriter();
    if (node instanceof Image image) {
      String address = context.urlSanitizer().sanitizeLinkUrl(image.getDestination());
      writer.tag("a", Map.of("href", context.encodeUrl(address)));
      writer.text("Image: ");
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      writer.tag("/a");
    } else if (node instanceof FencedCodeBlock code) {
      writer.line();
      String drawn = "mermaid".equals(code.getInfo()) ? Phases.svg(code.getLiteral()) : "";
      if (drawn.isEmpty()) {
        writer.tag("pre");
        writer.tag("code");
        writer.text(code.getLiteral());
        writer.tag("/code");
        writer.tag("/pre");
      } else {
        writer.raw(drawn);
      }
      writer.line();
    }
  }
}
