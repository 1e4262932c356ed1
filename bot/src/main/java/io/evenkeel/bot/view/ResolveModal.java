package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.TPlus;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that ends an incident. It asks since when users were no longer hurt, unless that was
 * said before.
 */
public final class ResolveModal {
  public static final String CALLBACK = "resolve";
  public static final String RESOLUTION = "resolution";

  /** Its value is one of the words below, or an instant in ISO-8601. */
  public static final String MITIGATED = "mitigated";

  public static final String NOW = "now";
  public static final String UNKNOWN = "unknown";
  public static final String LEAVE = "leave";

  private ResolveModal() {}

  public static View of(Incident incident) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.field(
            RESOLUTION,
            "What was done?",
            "One or two sentences for everybody who waited.",
            true,
            Fields.paragraph(RESOLUTION, "Increased the connection pool's size")));
    if (incident.milestones().mark(Milestone.MITIGATED).isEmpty()) {
      blocks.add(mitigated(incident));
    }
    return Fields.form(
        CALLBACK, "Resolve " + incident.number(), "Resolve", incident.number().toString(), blocks);
  }

  private static LayoutBlock mitigated(Incident incident) {
    OptionObject leave = Fields.option(LEAVE, "Leave it open");
    var options = new ArrayList<OptionObject>();
    options.add(Fields.option(NOW, "Just now"));
    Incident.LatestUpdate update = incident.update();
    if (update != null) {
      options.add(
          Fields.option(
              update.at().toString(),
              "Since the latest update, " + TPlus.label(incident.zero(), update.at())));
    }
    options.add(Fields.option(UNKNOWN, "Nobody knows"));
    options.add(leave);
    return Fields.field(
        MITIGATED,
        "Since when were users no longer hurt?",
        "Left open it stays unknown until somebody says.",
        false,
        Fields.select(MITIGATED, List.copyOf(options), leave));
  }
}
