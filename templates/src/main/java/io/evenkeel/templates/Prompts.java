package io.evenkeel.templates;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Comments on a page: markers are left out, a question that nobody has answered is shown, any other
 * HTML is shown as text.
 */
final class Prompts implements NodeRenderer {
  private static final Pattern MARKER =
      Pattern.compile("<!-- evenkeel:(?:begin|end) [a-z0-9-]+ -->\\s*");
  private static final Pattern PROMPT = Pattern.compile("<!-- prompt: (.{1,2000}?) -->\\s*");

  private final HtmlNodeRendererContext context;

  Prompts(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HtmlBlock.class);
  }

  @Override
  public void render(Node node) {
    if (!(node instanceof HtmlBlock html) || MARKER.matcher(html.getLiteral()).matches()) {
      return;
    }
    var prompt = PROMPT.matcher(html.getLiteral());
    var writer = context.getWriter();
    if (!prompt.matches()) {
      writer.line();
      writer.tag("p");
      writer.text(html.getLiteral());
      writer.tag("/p");
      writer.line();
    } else if (open(html.getNext())) {
      writer.line();
      writer.tag("p", Map.of("class", "ask"));
      writer.text("To be written: " + prompt.group(1));
      writer.tag("/p");
      writer.line();
    }
  }

  /** Nothing stands where the answer would: the next question, block or heading follows. */
  private static boolean open(Node after) {
    return switch (after) {
      case null -> true;
      case Heading _, ThematicBreak _ -> true;
      case HtmlBlock html ->
          MARKER.matcher(html.getLiteral()).matches()
              || PROMPT.matcher(html.getLiteral()).matches();
      default -> false;
    };
  }
}
