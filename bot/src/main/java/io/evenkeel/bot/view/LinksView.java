package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Link;
import java.util.ArrayList;
import java.util.List;

/** The links on the card: the call first, then the newest. */
final class LinksView {
  /** The card stays a card; all of them are bookmarks. */
  private static final int SHOWN = 8;

  private LinksView() {}

  static List<LayoutBlock> onCard(Board board) {
    var links = new ArrayList<Link>();
    board.call().ifPresent(links::add);
    board.links().reversed().stream()
        .filter(link -> link.kind() == Link.Kind.LINK)
        .limit(SHOWN)
        .forEach(links::add);
    if (links.isEmpty()) {
      return List.of();
    }
    var line = new RichLine().bold("Links ");
    for (int i = 0; i < links.size(); i++) {
      line.text(i == 0 ? "" : " · ").link(links.get(i).url(), Fit.plain(links.get(i).title(), 80));
    }
    return List.of(RichLine.block(List.of(line)));
  }
}
