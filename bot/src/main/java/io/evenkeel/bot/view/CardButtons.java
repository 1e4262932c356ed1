package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buttons of the card. {@code say:…} carries a command as if typed after {@code /incident},
 * {@code open:…} opens a form.
 */
final class CardButtons {
  /** Slack's limits: elements of an actions block; a button's text and value. */
  private static final int BUTTONS = 25;

  private static final int TEXT = 75;

  private CardButtons() {}

  static LayoutBlock of(Incident incident, List<Runbook> runbooks) {
    var buttons = new ArrayList<BlockElement>();
    String here = " --incident-id " + incident.number();
    if (incident.open()) {
      buttons.add(button("open:update", "Post update", incident.number().toString(), "primary"));
      buttons.add(button("open:assign", "Assign", incident.number().toString(), null));
      buttons.add(button("open:severity", "Severity", incident.number().toString(), null));
      buttons.add(button("open:resolve", "Resolve", incident.number().toString(), null));
    } else if (incident.noise()) {
      buttons.add(Buttons.declare());
    } else if (incident.mergedInto() != null) {
      buttons.add(button("say:unmerge", "Undo the merge", "merge undo" + here, null));
    } else {
      buttons.add(button("say:pm", "Postmortem draft", "postmortem" + here, "primary"));
      if (incident.status() == Status.RESOLVED) {
        buttons.add(button("say:close", "Close", "close" + here, null));
      }
    }
    buttons.add(button("say:timeline", "Timeline", "timeline" + here, null));
    if (!runbooks.isEmpty() && incident.open()) {
      buttons.add(RunbookOnCard.button(incident, runbooks));
    }
    return ActionsBlock.builder().elements(buttons).build();
  }

  /** Below the roles: a button for each that nobody holds, and for command while it is acting. */
  static List<LayoutBlock> roles(Incident incident, Roles roles) {
    if (!incident.open()) {
      return List.of();
    }
    var buttons = new ArrayList<BlockElement>();
    String here = " --incident-id " + incident.number();
    for (Roles.Entry entry : roles.entries()) {
      Role role = entry.role();
      var held = incident.holder(role);
      if (held.isEmpty() || held.get().acting()) {
        String words = role.equals(Role.INCIDENT_COMMANDER) ? "command" : role.words();
        String id = "say:take-" + buttons.size();
        buttons.add(button(id, "Take " + words, "take " + Offer.quoted(role.name()) + here, null));
        held.ifPresent(acting ->
            buttons.add(
                button(
                    "say:confirm", "Confirm " + acting.person().name(), "confirm" + here, null)));
      }
    }
    return buttons.isEmpty()
        ? List.of()
        : List.of(
            ActionsBlock.builder()
                .elements(buttons.subList(0, Math.min(BUTTONS, buttons.size())))
                .build());
  }

  /** While nobody said the severity: the assumed one to confirm, and the others. */
  static List<LayoutBlock> severities(Incident incident, SeverityScale scale) {
    if (!incident.severityAssumed() || !incident.open()) {
      return List.of();
    }
    var buttons = new ArrayList<BlockElement>();
    for (var level : scale.levels()) {
      boolean assumed = level.severity().equals(incident.severity());
      buttons.add(
          button(
              "say:severity-" + buttons.size(),
              assumed ? "Yes, " + level.severity() : level.severity() + " " + level.word(),
              "severity " + level.severity() + " --incident-id " + incident.number(),
              assumed ? "primary" : null));
    }
    return List.of(
        ActionsBlock.builder()
            .elements(buttons.subList(0, Math.min(BUTTONS, buttons.size())))
            .build());
  }

  static ButtonElement button(
      String action, String label, @Nullable String value, @Nullable String style) {
    return ButtonElement.builder()
        .actionId(action)
        .text(plainText(Fit.plain(label, TEXT), false))
        .value(value)
        .style(style)
        .build();
  }
}
