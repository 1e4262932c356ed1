package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.SeverityScale;
import java.util.ArrayList;
import java.util.List;

/** The form that changes the severity: each with what it means. */
public final class SeverityModal {
  public static final String CALLBACK = "severity";
  public static final String SEVERITY = "severity";
  public static final String REASON = "reason";

  private SeverityModal() {}

  public static View of(Incident incident, SeverityScale scale) {
    var options = new ArrayList<OptionObject>();
    OptionObject chosen = null;
    for (var level : scale.levels()) {
      var option =
          Fields.option(
              level.severity().name(), level.severity() + " " + level.word(), level.meaning());
      options.add(option);
      if (level.severity().equals(incident.severity())) {
        chosen = option;
      }
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.field(
            SEVERITY,
            "How bad is it?",
            "The channel, the announcement and the commander are told of a change.",
            false,
            Fields.choice(SEVERITY, List.copyOf(options), chosen)));
    blocks.add(
        Fields.field(
            REASON, "Why?", null, true, Fields.line(REASON, 300, "Payments fail too", "")));
    return Fields.form(
        CALLBACK,
        "Severity of " + incident.number(),
        "Change severity",
        incident.number().toString(),
        blocks);
  }
}
