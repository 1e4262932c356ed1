package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Relief;
import io.evenkeel.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that ends an incident, and the one that asks afterwards what nobody has said. It asks
 * since when users were no longer hurt, unless that was said before. Every field can be left out.
 */
public final class ResolveModal {
  public static final String CALLBACK = "resolve";

  /** Asks the same about an incident that is resolved. */
  public static final String AFTERWARDS = "resolution";

  public static final String RESOLUTION = "resolution";

  /** Its value is one of the words below, or an instant in ISO-8601. */
  public static final String MITIGATED = "mitigated";

  /** A time that was typed: it counts before what was chosen. */
  public static final String TYPED = "typed";

  public static final String NOW = "now";
  public static final String UNKNOWN = "unknown";
  public static final String LEAVE = "leave";

  private ResolveModal() {}

  /**
   * @param timeline the latest entries: when things may have got better is suggested from them
   */
  public static View of(Incident incident, List<TimelineEntry> timeline) {
    return form(CALLBACK, "Resolve " + incident.number(), "Resolve", incident, timeline);
  }

  /** For an incident that is resolved: what is missing. */
  public static View afterwards(Incident incident, List<TimelineEntry> timeline) {
    return form(AFTERWARDS, incident.number() + " in the end", "Record", incident, timeline);
  }

  private static View form(
      String callback,
      String title,
      String submit,
      Incident incident,
      List<TimelineEntry> timeline) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.field(
            RESOLUTION,
            "What was done?",
            "One or two sentences for everybody who waited.",
            true,
            Fields.paragraph(RESOLUTION, "Increased the connection pool's size")));
    if (incident.milestones().mark(Milestone.MITIGATED).isEmpty()) {
      blocks.add(mitigated(incident, timeline));
      blocks.add(
          Fields.field(
              TYPED,
              "Or another time",
              "In your own time zone.",
              true,
              Fields.line(TYPED, 100, "14:30 or 20m ago", "")));
    }
    return Fields.form(callback, title, submit, incident.number().toString(), blocks);
  }

  private static LayoutBlock mitigated(Incident incident, List<TimelineEntry> timeline) {
    OptionObject leave = Fields.option(LEAVE, "Leave it open");
    var options = new ArrayList<OptionObject>();
    for (Relief moment : Relief.of(incident, timeline)) {
      options.add(Fields.option(moment.at().toString(), "Since " + moment.label(incident)));
    }
    options.add(Fields.option(NOW, "Just now"));
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
