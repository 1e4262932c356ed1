package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The direct message to a commander about what somebody else has changed. */
public final class ChangeView {
  private ChangeView() {}

  /**
   * @param channel the incident's; null while there is none
   */
  public static Message of(
      Incident incident,
      SeverityScale severities,
      List<TimelineEntry> entries,
      @Nullable ChannelId channel) {
    var first =
        new RichLine().text("You command ").bold(incident.label()).text(", and this was changed");
    if (channel != null) {
      first.text(" in ").channel(channel);
    }
    Message changed = EntriesView.of(incident, severities, entries, null);
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(RichLine.block(List.of(first.text(":"))));
    blocks.addAll(changed.blocks());
    String who = severities.level(incident.severity()).map(SeverityScale.Level::tell).orElse("");
    boolean rated = entries.stream().anyMatch(entry -> entry.kind() == EntryKind.SEVERITY);
    if (rated && !who.isEmpty()) {
      blocks.add(
          RichLine.block(List.of(new RichLine().bold("Who must now be told: ").text(who + "."))));
    }
    return new Message(changed.text(), blocks);
  }
}
