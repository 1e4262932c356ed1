package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import java.util.ArrayList;
import java.util.Locale;

/**
 * The form that gives people their roles. Nobody is filled in: whoever holds a role by the time it
 * is sent keeps it unless somebody else was picked.
 */
public final class AssignModal {
  public static final String CALLBACK = "assign";

  private AssignModal() {}

  /** A field for each role, under the role's name. */
  public static View of(Incident incident, Roles roles) {
    var blocks = new ArrayList<LayoutBlock>();
    for (Roles.Entry entry : roles.entries()) {
      Role role = entry.role();
      String words = role.words();
      blocks.add(
          Fields.field(
              role.name(),
              words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
              incident
                      .holder(role)
                      .map(held ->
                          "Now " + held.person().name() + (held.acting() ? " (acting). " : ". "))
                      .orElse("Nobody yet. ")
                  + entry.duty(),
              true,
              UsersSelectElement.builder()
                  .actionId(role.name())
                  .placeholder(plainText("Leave as it is"))
                  .build()));
    }
    return Fields.form(
        CALLBACK, "Roles of " + incident.number(), "Assign", incident.number().toString(), blocks);
  }
}
