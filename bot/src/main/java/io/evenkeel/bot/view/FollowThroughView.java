package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.List;

/** Action items across incidents: what is still to be done so that they do not come back. */
public final class FollowThroughView {
  private static final int BUTTONS = 5;
  private static final int WORDS = 160;

  private FollowThroughView() {}

  /**
   * @param title of the incident
   */
  public record Row(IncidentNumber incident, String title, ActionItem item) {}

  /**
   * @param reader whose own open ones get a button
   * @param more whether there is a page after this one
   */
  public static Message of(
      Utterance.Asked.Following asked, List<Row> rows, boolean more, PersonId reader) {
    var lines = new ArrayList<RichLine>();
    String title = title(asked);
    lines.add(new RichLine().bold(title));
    if (rows.isEmpty()) {
      lines.add(
          new RichLine()
              .text("There is none. In an incident's channel it goes ")
              .code("/incident action @bob alert on pool size by 2026-12-01"));
    }
    var offers = new ArrayList<Offer>();
    for (Row row : rows) {
      lines.add(line(row));
      Person owner = row.item().owner();
      if (row.item().open() && owner != null && owner.id().equals(reader)) {
        offers.add(
            Offer.plain(
                Fit.plain(
                    row.incident() + " #" + row.item().number() + " is done: " + row.item().text(),
                    Buttons.LABEL),
                "action done " + row.item().number() + " --incident-id " + row.incident()));
      }
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(RichLine.block(lines));
    blocks.addAll(
        Buttons.row(
            Buttons.turns(
                more ? asked.turnedTo(asked.page() + 1) : null,
                asked.page() > 1 ? asked.turnedTo(asked.page() - 1) : null),
            offers.subList(0, Math.min(BUTTONS, offers.size()))));
    return new Message(Mrkdwn.of(Prose.of(title), Fit.SECTION), blocks);
  }

  private static String title(Utterance.Asked.Following asked) {
    String page = asked.page() == 1 ? "" : ", page " + asked.page();
    return switch (asked.scope()) {
          case OPEN -> "Open action items of all incidents";
          case MINE -> "Your open action items";
          case ALL -> "Action items of all incidents";
        }
        + page;
  }

  private static RichLine line(Row row) {
    ActionItem item = row.item();
    Person owner = item.owner();
    var line = new RichLine().text("🔭 ").bold(row.incident() + " #" + item.number()).text(" ");
    line = owner == null ? line.italic("nobody yet") : line.person(owner.id());
    line.text(" " + Fit.plain(item.text(), WORDS));
    line = item.kind() == null ? line : line.text(" (" + item.kind().word() + ")");
    line = item.due() == null ? line : line.text(", by " + item.due());
    line.italic(" · " + Fit.plain(row.title(), WORDS));
    return BoardOnCard.closed(line, item);
  }
}
