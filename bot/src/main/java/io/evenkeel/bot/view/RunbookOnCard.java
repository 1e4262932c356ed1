package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.runbook.Runbook;
import java.util.List;

/** The runbooks on the card, while it is open: what helps, and a button to follow it. */
final class RunbookOnCard {
  /** The card stays a card; all of them are listed by a command. */
  private static final int SHOWN = 3;

  private RunbookOnCard() {}

  static List<LayoutBlock> of(Incident incident, List<Runbook> runbooks) {
    if (runbooks.isEmpty() || !incident.open()) {
      return List.of();
    }
    var line = new RichLine().bold(runbooks.size() == 1 ? "Runbook " : "Runbooks ");
    for (int i = 0; i < Math.min(SHOWN, runbooks.size()); i++) {
      int steps = runbooks.get(i).steps().size();
      line.text((i == 0 ? "📖 " : " · ") + Fit.plain(runbooks.get(i).title(), 100))
          .text(" (" + steps + (steps == 1 ? " step)" : " steps)"));
    }
    if (runbooks.size() > SHOWN) {
      line.text(" · " + (runbooks.size() - SHOWN) + " more: ").code("/incident runbook list");
    }
    return List.of(RichLine.block(List.of(line)));
  }

  /** Opens the only one, or lets people choose. */
  static ButtonElement button(Incident incident, List<Runbook> runbooks) {
    String which = runbooks.size() == 1 ? Offer.quoted(runbooks.getFirst().name()) : "list";
    return CardButtons.button(
        "say:runbook", "Runbook", "runbook " + which + " --incident-id " + incident.number(), null);
  }
}
