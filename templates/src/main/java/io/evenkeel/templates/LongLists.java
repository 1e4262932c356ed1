package io.evenkeel.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** A list that nobody would read to its end is folded; each fold says from when to when it goes. */
final class LongLists implements NodeRenderer {
  /** Up to here a list is read as it is. */
  private static final int LONG = 120;

  private static final int FOLD = 100;
  private static final Pattern MOMENT = Pattern.compile("^(.{5,25} UTC \\(T[^)]{1,20}\\)):");

  private final HtmlNodeRendererContext context;

  LongLists(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(BulletList.class);
  }

  @Override
  public void render(Node list) {
    List<Node> items = items(list);
    if (items.size() <= LONG) {
      list(items);
      return;
    }
    for (int from = 0; from < items.size(); from += FOLD) {
      List<Node> fold = items.subList(from, Math.min(from + FOLD, items.size()));
      HtmlWriter writer = context.getWriter();
      writer.line();
      writer.tag("details", from == 0 ? Map.of("open", "") : Map.of());
      writer.tag("summary");
      writer.text(summary(fold, from + 1));
      writer.tag("/summary");
      list(fold);
      writer.tag("/details");
      writer.line();
    }
  }

  private void list(List<Node> items) {
    HtmlWriter writer = context.getWriter();
    writer.line();
    writer.tag("ul");
    writer.line();
    items.forEach(context::render);
    writer.line();
    writer.tag("/ul");
    writer.line();
  }

  private static String summary(List<Node> fold, int first) {
    String entries = "Entries %d to %d".formatted(first, first + fold.size() - 1);
    String from = moment(fold.getFirst());
    String until = moment(fold.getLast());
    return from.isEmpty() || until.isEmpty() ? entries : entries + ": " + from + " to " + until;
  }

  private static String moment(Node item) {
    Node node = item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
    if (!(node instanceof Text text)) {
      return "";
    }
    var moment = MOMENT.matcher(text.getLiteral());
    return moment.find() ? moment.group(1) : "";
  }

  private static List<Node> items(Node list) {
    var items = new ArrayList<Node>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(item);
    }
    return items;
  }
}
