package io.evenkeel.bot.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.incident.Offer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of buttons under an answer. Each offer says its command as if it were typed. */
final class Buttons {
  /** Slack's limits (docs.slack.dev, "Button element" and "Actions block"). */
  static final int LABEL = 75;

  private static final int VALUE = 2000;

  private static final int IN_A_ROW = 25;

  private Buttons() {}

  /**
   * Empty when there is nothing to offer. An offer whose command does not fit into a button is left
   * out: cut short, it would say something else.
   *
   * @param before buttons that stand in front of the offers
   */
  static List<LayoutBlock> row(List<ButtonElement> before, List<Offer> offers) {
    var elements = new ArrayList<BlockElement>(before);
    for (Offer offer : offers) {
      if (elements.size() < IN_A_ROW && offer.command().length() <= VALUE) {
        String action = "say:" + (elements.size() + 1);
        elements.add(
            CardButtons.button(action, offer.label(), offer.command(), style(offer.style())));
      }
    }
    return elements.isEmpty()
        ? List.of()
        : List.of(ActionsBlock.builder().elements(elements).build());
  }

  /**
   * Older and Newer, which put the other page in the place of this one.
   *
   * @param older the command; null where there is none
   */
  static List<LayoutBlock> turning(@Nullable String older, @Nullable String newer) {
    var elements = turns(older, newer);
    return elements.isEmpty()
        ? List.of()
        : List.of(ActionsBlock.builder().elements(new ArrayList<>(elements)).build());
  }

  static List<ButtonElement> turns(@Nullable String older, @Nullable String newer) {
    var elements = new ArrayList<ButtonElement>();
    if (older != null && older.length() <= VALUE) {
      elements.add(CardButtons.button("say:older", "◀ Older", older, null));
    }
    if (newer != null && newer.length() <= VALUE) {
      elements.add(CardButtons.button("say:newer", "Newer ▶", newer, null));
    }
    return elements;
  }

  /** Opens the form that begins an incident. */
  static ButtonElement declare() {
    return CardButtons.button("open:declare", "Declare an incident", null, null);
  }

  private static @Nullable String style(Offer.Style style) {
    return switch (style) {
      case PLAIN -> null;
      case PRIMARY -> "primary";
      case DANGER -> "danger";
    };
  }
}
